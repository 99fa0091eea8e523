using Spor.Facts;

namespace Spor.Conferences;

static class Amend
{
    /// <summary>The same thing with something changed. Bring the row opened when the change is of a text.</summary>
    public static Corrected Of<T>(T before, Action<T> change)
        where T : Fact
    {
        var copy = (T)before.Copy();
        change(copy);
        return new(FactKinds.Of(typeof(T)), copy);
    }
}
