namespace TalkNotes.Web.Cli;

/// <summary>Tells progress at once and in order, where <see cref="Progress{T}"/> would tell it later on another thread.</summary>
internal sealed class ImmediateProgress<T>(Action<T> tell) : IProgress<T>
{
    public void Report(T value) => tell(value);
}
