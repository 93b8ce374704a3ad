using Microsoft.CodeAnalysis.Text;

namespace Purser.Analyzers.Rules.Credentials.Files;

/// <summary>One value of a configuration file.</summary>
/// <param name="Key">The key as configuration has it, <c>Smtp:Password</c>, or the variable's name.</param>
/// <param name="Text">The value.</param>
/// <param name="Span">Where it stands, quotes included.</param>
/// <param name="IsNamed">Whether the key says what the value is; else the value alone can tell.</param>
internal readonly record struct FileValue(string Key, string Text, TextSpan Span, bool IsNamed = true);
