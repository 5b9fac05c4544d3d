using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Scalars;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// <c>t = a[i]; b[i] = t; t = c[i]; d[i] = t;</c> → <c>t1 = a[i]; b[i] = t1; t = c[i]; d[i] = t;</c>: a temporary that is
/// assigned anew is two of them, so that the order of its uses binds no statements to each other. The last one keeps the
/// name: it is the one that has a value after the loop.
/// </summary>
internal static class ScalarRenaming
{
    /// <returns>The nest itself when nothing is gained.</returns>
    public static LoopNest Apply(LoopNest nest)
    {
        if (nest.Root is not { } root || LoopTree.Statements(root.Body).Any(statement => statement is not (Assign or Store or If)))
        {
            return nest;
        }

        Variable[] reused = [.. LoopAnalysis.Roles(nest, root).OfType<Private>().Select(role => role.Variable)
            .Where(variable => IsReused(root, variable))];
        if (reused.Length == 0)
        {
            return nest;
        }

        var fresh = new FreshVariables(nest);
        List<Variable> made = [];
        foreach (Variable variable in reused)
        {
            root = root with { Body = Renamed(root, variable, fresh, made) };
        }

        return nest with { Root = root, Variables = nest.Variables.Concat(made).ToEquatableArray() };
    }

    /// <summary>Several times, and always: then each read is of the assignment before it.</summary>
    private static bool IsReused(Loop root, Variable variable) => !variable.IsMemory
        && new ScalarUses(root, variable).Assigns is { Count: > 1 } assigns
        && assigns.All(assign => root.Body.Statements.Any(statement => ReferenceEquals(statement, assign)));

    private static Block Renamed(Loop root, Variable variable, FreshVariables fresh, List<Variable> made)
    {
        int left = new ScalarUses(root, variable).Assigns.Count;
        List<Statement> statements = [];
        Variable current = variable;
        foreach (Statement statement in root.Body.Statements)
        {
            Statement renamed = new Substitution(variable.Id, new VariableRead(current)).Visit(statement);
            if (renamed is Assign assign && assign.Target.Id == variable.Id)
            {
                left--;
                current = left == 0 ? variable : New(variable, root, fresh);
                if (left > 0)
                {
                    made.Add(current);
                }

                renamed = assign with { Target = current };
            }

            statements.Add(renamed);
        }

        return new Block(statements.ToEquatableArray());
    }

    private static Variable New(Variable variable, Loop root, FreshVariables fresh)
    {
        string name = fresh.Name(variable.Name.TrimStart('@') + "Earlier");
        return new Variable(fresh.Id(), name, variable.Type, variable.TypeText, VariableKind.Temporary, name, root.Id, ReadAfter: false);
    }
}
