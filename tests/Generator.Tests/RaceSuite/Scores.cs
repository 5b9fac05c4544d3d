using System.Globalization;
using System.Text;

namespace AutoPar.Generator.Tests.RaceSuite;

/// <summary>Recall and precision of warnings over a number of methods.</summary>
internal sealed record Scores(string Name, IReadOnlyList<Outcome> Outcomes)
{
    private int Racy => Of(Label.Racy).Count();

    private int Found => Of(Label.Racy).Count(one => one.IsFound);

    private int FalseAlarms => Outcomes.Count(one => one.IsFalseAlarm);

    private IEnumerable<Outcome> Ordered => Of(Label.OrderDependent);

    public double Recall => Racy == 0 ? 1 : (double)Found / Racy;

    public double Precision => Found + FalseAlarms == 0 ? 1 : (double)Found / (Found + FalseAlarms);

    /// <summary>A line a file, a line for all, and the list of what is wrong.</summary>
    public static string Table(string title, IEnumerable<Scores> files, Scores all)
    {
        var table = new StringBuilder();
        table.AppendLine(CultureInfo.InvariantCulture, $"{title,-28} racy found   safe unknown alarms  info  order told  recall precision");
        foreach (Scores one in files.Append(all))
        {
            table.AppendLine(CultureInfo.InvariantCulture, $"{one.Name,-28} {one.Racy,4} {one.Found,5}   {one.Of(Label.Safe).Count(),4} {one.Of(Label.CannotKnow).Count(),7} {one.FalseAlarms,6}  {one.Outcomes.Count(outcome => outcome.IsInformed),4}  {one.Ordered.Count(),5} {one.Ordered.Count(outcome => outcome.IsFound),4}  {one.Recall,6:0.000} {one.Precision,9:0.000}");
        }

        Append(table, "Missed", all.Outcomes.Where(one => one.IsMissed));
        Append(table, "False alarms", all.Outcomes.Where(one => one.IsFalseAlarm));
        return table.ToString();
    }

    private static void Append(StringBuilder table, string title, IEnumerable<Outcome> outcomes)
    {
        Outcome[] all = [.. outcomes];
        table.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{title}: {all.Length}");
        foreach (Outcome one in all)
        {
            table.AppendLine(CultureInfo.InvariantCulture, $"    {one}");
        }
    }

    private IEnumerable<Outcome> Of(Label label) => Outcomes.Where(one => one.Method.Label == label);
}
