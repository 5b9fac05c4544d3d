using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>Ids and names that a nest doesn't have yet.</summary>
internal sealed class FreshVariables(LoopNest nest)
{
    private readonly HashSet<string> _names = [.. nest.Variables.Select(variable => variable.Name), .. nest.Objects.Select(item => item.Name)];
    private int _id = nest.Variables.Select(variable => variable.Id).Concat(nest.Objects.Select(item => item.Id)).DefaultIfEmpty().Max();

    public int Id() => ++_id;

    public string Name(string name)
    {
        while (!_names.Add(name))
        {
            name += "_";
        }

        return name;
    }
}
