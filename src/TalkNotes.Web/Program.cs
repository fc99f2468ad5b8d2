using TalkNotes.Core;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddTalkNotesCore(new TalkNotesOptions());
var app = builder.Build();
await app.RunAsync();
