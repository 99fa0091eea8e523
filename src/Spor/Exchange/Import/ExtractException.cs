namespace Spor.Exchange.Import;

/// <summary>An extract, or a file of it, that cannot be read at all. The message is Danish and meant for the person who delivered
/// it.</summary>
public sealed class ExtractException : Exception
{
    public ExtractException(string message)
        : base(message) { }

    public ExtractException(string message, Exception? inner)
        : base(message, inner) { }

    public ExtractException() { }
}
