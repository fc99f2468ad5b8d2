namespace TalkNotes.Tests.Shared;

/// <summary>The program over the five seeds, for use as a class fixture: started once for all tests of a class that only read.</summary>
public sealed class SeedsApp : TalkNotesApp;
