namespace TalkNotes.Web.TagHelpers;

/// <summary>The shapes of verdicts as SVG, 16 units square around the point (0, 8); the same as in site.css, where a mask serves text.</summary>
internal static class VerdictShapes
{
    public static string Of(string value) => value switch
    {
        "verified" => "<path d=\"M0 1a7 7 0 1 0 0 14A7 7 0 0 0 0 1Zm3.9 4.9-4.8 5.4-3-2.8 1.1-1.2 1.8 1.7 3.7-4.1z\"/>",
        "partly" => "<path fill-rule=\"evenodd\" d=\"M0 1a7 7 0 1 1 0 14A7 7 0 0 1 0 1Zm0 1.7v10.6A5.3 5.3 0 0 0 0 2.7Z\"/>",
        "not-said" => "<circle class=\"line\" cy=\"8\" r=\"6.1\"/><path class=\"line\" d=\"m-4.3 12.3 8.6-8.6\"/>",
        "refuted" => "<path d=\"M-5 1h10a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-10a2 2 0 0 1-2-2v-10a2 2 0 0 1 2-2Zm1.6 4.8L-1.2 8l-2.2 2.2 1.2 1.2L0 9.2l2.2 2.2 1.2-1.2L1.2 8l2.2-2.2-1.2-1.2L0 6.8-2.2 4.6Z\"/>",
        _ => "<circle class=\"line dash\" cy=\"8\" r=\"6.1\"/>",
    };
}
