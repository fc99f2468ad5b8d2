using System.Collections.Concurrent;

namespace TalkNotes.Core.Storage;

/// <summary>
/// Answers about the whole library, each worked out once in each of its states. What is asked for by many pages and grows
/// with the library is thus paid for once a change, not once a visit.
/// </summary>
/// <param name="most">Answers kept at most.</param>
internal sealed class Remembered<TQuestion, TAnswer>(int most)
    where TQuestion : notnull
    where TAnswer : class
{
    private volatile Answers _answers = new(-1, new ConcurrentDictionary<TQuestion, TAnswer>());

    /// <summary>The answer of this state; asks when it is not known.</summary>
    public async Task<TAnswer> OfAsync(long revision, TQuestion question, Func<Task<TAnswer>> ask)
    {
        var known = _answers;
        if (known.Revision != revision)
        {
            _answers = known = new Answers(revision, new ConcurrentDictionary<TQuestion, TAnswer>());
        }

        if (!known.ByQuestion.TryGetValue(question, out var answer))
        {
            answer = await ask();
            if (known.ByQuestion.Count < most)
            {
                known.ByQuestion[question] = answer;
            }
        }

        return answer;
    }

    private sealed record Answers(long Revision, ConcurrentDictionary<TQuestion, TAnswer> ByQuestion);
}
