using TalkNotes.Core.Documents;
using TalkNotes.Core.Formats;

namespace TalkNotes.Core.Tests.Ingest;

/// <summary>
/// A format that says in plain words what a test needs, so that these tests do not depend on the product's formats:
/// <c>title: …</c>, <c>video: …</c>, <c>url: …</c>, <c>show: …</c>, <c>date: …</c>, <c>host: …</c>, <c>guest: …</c>, <c>topic: …</c>,
/// <c>- claim</c>, <c>[0:01] words</c>, <c>Name> words</c>, <c># chapter</c>; <c>boom</c> is a fault in the parser.
/// </summary>
internal sealed class LineFormat(int revision = 1) : ISourceFormat
{
    public string Id => "line";

    public string Name => "Lines for tests";

    public int Revision => revision;

    public FormatMatch Match(SourceText source) => new(MatchStrength.Certain, "made for tests");

    public TalkDocument Parse(SourceText source, LineLedger ledger)
    {
        var talk = new TalkMetadata();
        var (chapters, segments, claims) = (new List<Chapter>(), new List<Segment>(), new List<SourceClaim>());
        var turns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var line = 1; line <= source.Lines.Length; line++)
        {
            var text = source.Lines[line - 1];
            var at = new LineSpan(line);
            if (text == "boom")
            {
                throw new InvalidOperationException("boom");
            }

            if (text.StartsWith("- ", StringComparison.Ordinal))
            {
                claims.Add(new SourceClaim { Kind = ClaimKind.Claim, Text = text[2..], Origin = Origin.Publisher, Lines = at });
            }
            else if (text.StartsWith("# ", StringComparison.Ordinal))
            {
                chapters.Add(new Chapter { Title = text[2..], FirstSegment = segments.Count, Lines = at });
            }
            else if (text.StartsWith('[') && text.IndexOf(']', StringComparison.Ordinal) is > 0 and var end && Timestamp.TryParse(text.AsSpan(1, end - 1), out var time))
            {
                segments.Add(new Segment { Start = time, Text = text[(end + 1)..].Trim(), Lines = at });
            }
            else if (text.IndexOf('>', StringComparison.Ordinal) is > 0 and var mark)
            {
                var name = text[..mark];
                turns[name] = turns.GetValueOrDefault(name) + 1;
                segments.Add(new Segment { Speaker = name, Turn = turns.Values.Sum() - 1, Text = text[(mark + 1)..].Trim(), Lines = at });
            }
            else if (text.Split(": ", 2) is [var key, var value] && Field(talk, key, value) is { } described)
            {
                talk = described;
            }
            else
            {
                continue;
            }

            if (!ledger.IsFree(line))
            {
                continue;
            }

            ledger.Use(at, "line");
        }

        talk = talk with { Speakers = [.. turns.Select(t => new DocumentSpeaker(t.Key, null, t.Value))] };
        return new TalkDocument { Metadata = talk, Chapters = [.. chapters], Segments = [.. segments], Claims = [.. claims] };
    }

    private static TalkMetadata? Field(TalkMetadata talk, string key, string value) => key switch
    {
        "title" => talk with { Title = value },
        "video" => talk with { VideoId = value },
        "url" => talk with { Url = value },
        "show" => talk with { Show = value },
        "date" => talk with { Published = DateOnly.Parse(value, System.Globalization.CultureInfo.InvariantCulture) },
        "host" => talk with { Hosts = talk.Hosts.Add(value) },
        "guest" => talk with { Guests = talk.Guests.Add(value) },
        "topic" => talk with { Topics = talk.Topics.Add(value) },
        _ => null,
    };
}
