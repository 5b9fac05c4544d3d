using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Scalars;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// <c>e = a[i] + e * b[i];</c> → <c>f = b[i]; c = a[i]; e = (e * f) + c;</c>: a scalar that is carried from iteration to iteration, and linear
/// in what it was, in one step of that form. Scalars of the same iteration that stand in between are followed. Exact for integers, which wrap;
/// floats add and multiply in another order.
/// </summary>
internal static class LinearForms
{
    private const int MostSteps = 4;

    /// <returns>The nest itself when nothing is gained.</returns>
    public static LoopNest Apply(LoopNest nest, FloatMode mode)
    {
        if (nest.Root is not { } root)
        {
            return nest;
        }

        foreach (Loop leaf in LoopTree.SelfAndDescendants(root).Where(loop => !LoopTree.Children(loop).Any()
            && LoopTree.Statements(loop.Body).All(statement => statement is Assign or Store or If)).ToList())
        {
            Loop loop = leaf;
            foreach (Recurrence role in LoopAnalysis.Roles(nest, leaf).OfType<Recurrence>().Where(role => IsNumber(role.Variable, mode)))
            {
                FreshVariables fresh = new(nest);
                if (Rewritten(loop, role.Variable, fresh) is not var (changed, added))
                {
                    continue;
                }

                loop = changed;
                nest = nest with
                {
                    Root = new LoopReplacement(loop).Visit(nest.Root!),
                    Variables = nest.Variables.Concat(added).ToEquatableArray(),
                    Transformations = nest.Transformations.Append($"{role.Variable.Name} in linear steps").ToEquatableArray(),
                };
            }
        }

        return nest;
    }

    /// <summary>The same in all iterations: then its powers are known before the loop.</summary>
    private static bool IsFixed(Expression factor, Loop loop)
    {
        HashSet<int> assigned = [.. Walk.Assigned(loop.Body), loop.Index.Id];
        return Walk.Parts(factor).All(part => part is not Load && !(part is VariableRead read && (assigned.Contains(read.Variable.Id) || read.Variable.IsMemory)));
    }

    private static bool IsNumber(Variable variable, FloatMode mode) => variable.Kind != VariableKind.Element
        && (variable.Type is ElementType.Int32 or ElementType.UInt32 or ElementType.Int64 or ElementType.UInt64
            || (mode == FloatMode.Fast && variable.Type is ElementType.Single or ElementType.Double));

    private static (Loop Loop, Variable[] Added)? Rewritten(Loop loop, Variable variable, FreshVariables fresh)
    {
        if (ScanGroup.Of(loop, variable) is not { } group || !ReferenceEquals(group.Home, loop.Body)
            || group.Last - group.First >= MostSteps || !group.Statements.All(statement => statement is Assign assign && assign.Target.Id == variable.Id))
        {
            return null;
        }

        List<Statement> body = [];
        List<Variable> named = [];
        SourceLocation location = loop.Location;
        var form = new LinearForm(variable, Named);
        foreach (Statement statement in loop.Body.Statements.Take(group.First))
        {
            location = statement.Location;
            form.Follow(statement);
            body.Add(statement);
        }

        location = loop.Body.Statements[group.Last].Location;
        if (!group.Statements.Cast<Assign>().All(step => form.Take(step.Value)) || form is not { Factor: { } factor, Added: { } added })
        {
            return null;
        }

        Expression product = factor is Constant { Value: 1 or 1u or 1L or 1UL or 1f or 1.0 } ? new VariableRead(variable)
            : new Binary(BinaryOperator.Multiply, variable.Type, new VariableRead(variable), IsFixed(factor, loop) ? factor : Named("Factor", factor));
        body.Add(new Assign(variable, new Binary(BinaryOperator.Add, variable.Type, product, Named("Added", added)), location));
        body.AddRange(loop.Body.Statements.Skip(group.Last + 1));
        return (loop with { Body = new Block(body.ToEquatableArray()) }, [.. named]);

        Expression Named(string suffix, Expression of)
        {
            string name = fresh.Name(variable.Name.TrimStart('@') + suffix);
            var part = new Variable(fresh.Id(), name, variable.Type, variable.Type.Keyword(), VariableKind.Temporary, name, loop.Id, ReadAfter: false);
            named.Add(part);
            body.Add(new Assign(part, of, location));
            return new VariableRead(part);
        }
    }
}
