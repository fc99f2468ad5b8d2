using Microsoft.Data.Sqlite;
using TalkNotes.Core.Storage;
using TalkNotes.Core.Text;

namespace TalkNotes.Core.Search;

/// <summary>A segment beside or of a hit.</summary>
internal sealed record SegmentLine(int N, TimeSpan? Start, TimeSpan? End, int? SpeakerId, string Text, int FirstLine, int LastLine);

/// <summary>What hits need to know of a source.</summary>
internal readonly record struct SourceFacts(string Path, int SegmentCount);

/// <summary>Reads passages, segments and chapters by key for one search: the same few statements many times, so each is prepared once.</summary>
internal sealed class RowReader(SqliteConnection connection, TokenCache words) : IDisposable
{
    private readonly Statement _passage = new(connection, "SELECT talk_id, kind, origin, source_id, first_segment, last_segment, start_in_segment, borders, claim_id, chapter, text, readings FROM passages WHERE id = ?1"u8);
    private readonly Statement _segments = new(connection, "SELECT n, start_ms, end_ms, speaker_id, text, first_line, last_line FROM segments WHERE source_id = ?1 AND n BETWEEN ?2 AND ?3 ORDER BY n"u8);
    private readonly Statement _bounds = new(connection, "SELECT min(id), max(id) FROM passages WHERE talk_id = ?1"u8);
    private readonly Statement _chapter = new(connection, "SELECT title FROM chapters WHERE source_id = ?1 AND first_segment <= ?2 ORDER BY first_segment DESC, n DESC LIMIT 1"u8);
    private readonly Statement _source = new(connection, "SELECT path, segment_count FROM sources WHERE id = ?1"u8);
    private readonly Statement _claim = new(connection, "SELECT public_id FROM claims WHERE id = ?1"u8);
    private readonly Statement _mention = new(connection, "SELECT source_id, first_line, last_line FROM claim_mentions WHERE claim_id = ?1 ORDER BY source_id, n LIMIT 1"u8);
    private readonly Dictionary<int, PassageText?> _texts = [];
    private readonly Dictionary<int, SourceFacts> _sources = [];

    /// <summary>A passage with its words; null when there is none any more. Read once.</summary>
    public PassageText? Passage(int id)
    {
        if (!_texts.TryGetValue(id, out var text))
        {
            _texts[id] = text = ReadPassage(id) is { } row ? new PassageText(row, words) : null;
        }

        return text;
    }

    /// <summary>Segments of a transcript, both ends included.</summary>
    public List<SegmentLine> Segments(int source, int first, int last)
    {
        var lines = new List<SegmentLine>();
        _segments.Start(source, first, last);
        while (_segments.Next())
        {
            lines.Add(new SegmentLine(_segments.Int(0), _segments.Time(1), _segments.Time(2), _segments.IntOrNull(3), _segments.Text(4), _segments.Int(5), _segments.Int(6)));
        }

        return lines;
    }

    /// <summary>Ids of a talk's passages lie between two bounds.</summary>
    public (int First, int Last) PassagesOf(int talk)
    {
        _bounds.Start(talk);
        return _bounds.Next() && _bounds.IntOrNull(0) is { } first ? (first, _bounds.Int(1)) : (0, -1);
    }

    /// <summary>Title of the chapter that a segment lies in; null when it lies in none.</summary>
    public string? Chapter(int source, int segment)
    {
        _chapter.Start(source, segment);
        return _chapter.Next() ? _chapter.Text(0) : null;
    }

    /// <summary>A source. Read once.</summary>
    public SourceFacts Source(int id)
    {
        if (!_sources.TryGetValue(id, out var source))
        {
            _source.Start(id);
            _sources[id] = source = _source.Next() ? new SourceFacts(_source.Text(0), _source.Int(1)) : throw new InvalidOperationException($"There is no source {id}");
        }

        return source;
    }

    /// <summary>The address part of a claim, and the first place that states it; null when no source does.</summary>
    public (string PublicId, SearchSource? Mention) Claim(int id)
    {
        _claim.Start(id);
        var publicId = _claim.Next() ? _claim.Text(0) : throw new InvalidOperationException($"There is no claim {id}");
        _mention.Start(id);
        return (publicId, _mention.Next() ? new SearchSource(Source(_mention.Int(0)).Path, [_mention.Int(1), _mention.Int(2)]) : null);
    }

    public void Dispose()
    {
        _source.Dispose();
        _claim.Dispose();
        _mention.Dispose();
        _passage.Dispose();
        _segments.Dispose();
        _bounds.Dispose();
        _chapter.Dispose();
    }

    private PassageRow? ReadPassage(int id)
    {
        _passage.Start(id);
        return !_passage.Next() ? null : new PassageRow
        {
            Id = id,
            TalkId = _passage.Int(0),
            Kind = _passage.Text(1),
            Origin = _passage.Text(2),
            SourceId = _passage.IntOrNull(3),
            FirstSegment = _passage.IntOrNull(4),
            LastSegment = _passage.IntOrNull(5),
            StartInSegment = _passage.Int(6),
            Borders = _passage.TextOrNull(7),
            ClaimId = _passage.IntOrNull(8),
            Chapter = _passage.IntOrNull(9),
            Text = _passage.Text(10),
            Readings = _passage.TextOrNull(11),
        };
    }
}
