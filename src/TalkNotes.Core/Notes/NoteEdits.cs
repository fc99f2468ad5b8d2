using System.Security.Cryptography;
using System.Text;
using TalkNotes.Core.Claims;

namespace TalkNotes.Core.Notes;

/// <summary>Finds what was edited outside, block by block, and what the library did to the same places.</summary>
internal sealed class NoteEdits
{
    private const double LeastKinship = 0.5;

    private readonly List<NoteBlock> _before;
    private readonly List<NoteBlock> _after;
    private readonly List<NoteBlock> _ours;
    private readonly int[] _inOurs;
    private readonly List<NoteEdit> _edits = [];
    private readonly Dictionary<string, int> _keys = new(StringComparer.Ordinal);

    private NoteEdits(List<NoteBlock> before, List<NoteBlock> after, List<NoteBlock> ours)
    {
        (_before, _after, _ours) = (before, after, ours);
        _inOurs = Alignment.Of(before.ConvertAll(b => b.Identity), ours.ConvertAll(b => b.Identity));
    }

    /// <summary>Every edit, in order; what the library has in the same words is an edit too, without a difference to decide.</summary>
    /// <param name="before">The text that both sides have seen.</param>
    /// <param name="after">The file as it was edited.</param>
    /// <param name="ours">The notes as the library writes them now.</param>
    public static List<NoteEdit> Of(byte[] before, byte[] after, byte[] ours)
    {
        var edits = new NoteEdits(NoteBlocks.Of(before), NoteBlocks.Of(after), NoteBlocks.Of(ours));
        edits.Find();
        return edits._edits;
    }

    private void Find()
    {
        var same = Alignment.Of(_before.ConvertAll(b => b.Text), _after.ConvertAll(b => b.Text));
        var (i, j) = (0, 0);
        while (i < _before.Count || j < _after.Count)
        {
            var nextI = i;
            while (nextI < _before.Count && same[nextI] < 0)
            {
                nextI++;
            }

            var nextJ = nextI < _before.Count ? same[nextI] : _after.Count;
            Gap(i, nextI, j, nextJ);
            (i, j) = (nextI + 1, nextJ + 1);
        }
    }

    /// <summary>What stands between two blocks that are the same: pairs that were changed, and what has no partner.</summary>
    private void Gap(int fromI, int toI, int fromJ, int toJ)
    {
        var (i, j) = (fromI, fromJ);
        for (var at = fromI; at < toI; at++)
        {
            if (Partner(at, j, toJ) is { } partner)
            {
                Unpaired(i, at, j, partner);
                Add(_before[at].Identity == _after[partner].Identity ? "marker" : "wording", at, at + 1, partner, partner + 1);
                (i, j) = (at + 1, partner + 1);
            }
        }

        Unpaired(i, toI, j, toJ);
    }

    private int? Partner(int at, int from, int to)
    {
        if (_before[at].Claim is not { } claim)
        {
            return null;
        }

        var others = Enumerable.Range(from, to - from).Where(j => _after[j].Claim is not null).ToList();
        return others.Cast<int?>().FirstOrDefault(j => _after[j!.Value].Identity == _before[at].Identity)
            ?? others.Cast<int?>().FirstOrDefault(j => _before[at].Tail.Block is { } name && _after[j!.Value].Tail.Block == name)
            ?? others.Where(j => Wordings.Kinship(claim, _after[j].Claim!) >= LeastKinship).OrderByDescending(j => Wordings.Kinship(claim, _after[j].Claim!)).Cast<int?>().FirstOrDefault();
    }

    /// <summary>Claims one by one; other lines that follow each other as one text.</summary>
    private void Unpaired(int i, int toI, int j, int toJ)
    {
        while (i < toI || j < toJ)
        {
            var endI = While(_before, i, toI, isClaim: false);
            var endJ = While(_after, j, toJ, isClaim: false);
            if (endI > i || endJ > j)
            {
                Add("text", i, endI, j, endJ);
                (i, j) = (endI, endJ);
            }

            for (; i < toI && _before[i].Claim is not null; i++)
            {
                Add("removed", i, i + 1, j, j);
            }

            for (; j < toJ && _after[j].Claim is not null; j++)
            {
                Add("added", i, i, j, j + 1);
            }
        }
    }

    private static int While(List<NoteBlock> blocks, int from, int to, bool isClaim)
    {
        while (from < to && blocks[from].Claim is not null == isClaim)
        {
            from++;
        }

        return from;
    }

    private void Add(string kind, int fromI, int toI, int fromJ, int toJ)
    {
        var (oursFrom, oursTo) = InOurs(fromI, toI);
        var (before, after, ours) = (Text(_before, fromI, toI), Text(_after, fromJ, toJ), Text(_ours, oursFrom, oursTo));
        var seed = $"{kind}\n{before}\n{after}";
        var again = _keys[seed] = _keys.GetValueOrDefault(seed) + 1;
        _edits.Add(new NoteEdit
        {
            Key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{again}")))[..10],
            Kind = kind,
            Before = before,
            After = after,
            Ours = ours,
            IsConflict = ours != before,
            Claim = (toI > fromI ? _before[fromI] : _after[fromJ]).Claim,
            InBase = Span(_before, fromI, toI),
            InOurs = Span(_ours, oursFrom, oursTo),
            Lines = [.. _after.Skip(fromJ).Take(toJ - fromJ).SelectMany(b => b.Lines)],
        });
    }

    /// <summary>The blocks of the library's notes that stand where these stood.</summary>
    private (int From, int To) InOurs(int from, int to)
    {
        if (to > from && _inOurs[from] >= 0 && _inOurs[to - 1] >= 0)
        {
            return (_inOurs[from], _inOurs[to - 1] + 1);
        }

        var before = from - 1;
        while (before >= 0 && _inOurs[before] < 0)
        {
            before--;
        }

        var start = before < 0 ? 0 : _inOurs[before] + 1;
        if (to == from)
        {
            return (start, start);
        }

        var after = to;
        while (after < _before.Count && _inOurs[after] < 0)
        {
            after++;
        }

        return (start, Math.Max(start, after < _before.Count ? _inOurs[after] : _ours.Count));
    }

    private static string? Text(List<NoteBlock> blocks, int from, int to) =>
        to > from ? string.Join('\n', blocks.Skip(from).Take(to - from).Select(b => b.Text)) : null;

    private static (int First, int Count) Span(List<NoteBlock> blocks, int from, int to)
    {
        var first = from < blocks.Count ? blocks[from].First : blocks.Count == 0 ? 0 : blocks[^1].First + blocks[^1].Lines.Count;
        return (first, blocks.Skip(from).Take(to - from).Sum(b => b.Lines.Count));
    }
}
