namespace Spor.Plain;

/// <summary>What a reader can work out about hidden counts that add up to a shown one.</summary>
static class PlainSmall
{
    const int Fewest = 5;

    /// <summary>
    /// True if what is hidden stays so for a reader who knows its sum, and of each part whether it is 1 to 4 or at least 5: there are at
    /// least two, on 5 children or more, and more than one way to share the sum between them.
    /// </summary>
    public static bool Together(IReadOnlyList<int> parts, bool[] hidden)
    {
        int count = 0,
            sum = 0,
            least = 0,
            most = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            if (!hidden[i])
                continue;
            count++;
            sum += parts[i];
            least += parts[i] < Fewest ? 1 : Fewest;
            most += parts[i] < Fewest ? Fewest - 1 : 1_000_000;
        }
        return count == 0 || (count > 1 && sum >= Fewest && least < sum && sum < most);
    }
}
