using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Scalars;

/// <summary>
/// Recognizes scans: the scalar is updated by one associative operator (or just assigned), and its running value is used. All
/// updates stand together, so that each iteration's are known before anything reads the result.
/// </summary>
internal static class Scans
{
    public static Scan? Match(ScalarUses uses)
    {
        Loop loop = uses.Loop;
        Variable variable = uses.Variable;
        if (uses.IsReadOpaquely || uses.IsWrittenOpaquely || uses.IsInnerIndex || variable.IsVolatile || variable.Type.Size() == 0
            || LoopTree.Exits(loop.Body).Any(exit => exit.Kind != ExitKind.Stop)
            || ScanGroup.Of(loop, variable) is not { } group || ReadsEarly(group, uses) || ReadsSaved(group))
        {
            return null;
        }

        return IsSubscript(uses) ? null
            : OfOperator(uses, group)
            ?? (LinearScans.Match(uses, group) is { } linear && !(variable.Type.IsFloat() && (loop.IsResumed || Decides(uses))) ? linear : null);
    }

    private static Scan? OfOperator(ScalarUses uses, ScanGroup group)
    {
        Loop loop = uses.Loop;
        Variable variable = uses.Variable;

        // Memory is stored to only where the loop stores to it.
        bool isConditional = !uses.Assigns.Any(assign => loop.Body.Statements.Any(statement => ReferenceEquals(statement, assign)));
        var updates = new Updates();
        if (!Collect(group.Statements, uses, updates)
            || updates.Reads != ExpressionTree.Of(new Block(Helpers.EquatableArray.ToEquatableArray(group.Statements))).Sum(uses.CountReads)
            || (isConditional && variable.IsMemory))
        {
            return null;
        }

        if (updates.Operators.Count == 0)
        {
            return new Scan(variable, null, isConditional, group.Before);
        }

        if (updates.Operators.Distinct().Count() != 1 || Supported(updates.Operators[0], variable.Type) is not { } @operator
            || (updates.Resets && !ReductionOperators.StartsAtIdentity(@operator))
            || (ReductionOperators.Reassociates(@operator, variable.Type) && (loop.IsResumed || HasConstantSteps(uses) || Decides(uses))))
        {
            return null;
        }

        return new Scan(variable, @operator, updates.Resets, group.Before);
    }

    /// <summary>
    /// The value that a lane starts with is combined with those of other lanes once more: it has to be the identity, or one
    /// that the first of equal values keeps.
    /// </summary>
    private static ReductionOperator? Supported(ReductionOperator @operator, ElementType type) => @operator switch
    {
        ReductionOperator.Add or ReductionOperator.Multiply => type == ElementType.Boolean ? null : @operator,
        ReductionOperator.And or ReductionOperator.Or or ReductionOperator.Xor => type.IsFloat() ? null : @operator,
        ReductionOperator.Min or ReductionOperator.Max => @operator,
        ReductionOperator.LessFirst or ReductionOperator.GreaterFirst when type.IsFloat() => @operator,
        ReductionOperator.LessFirst or ReductionOperator.LessLast when type.IsInteger() => ReductionOperator.Min,
        ReductionOperator.GreaterFirst or ReductionOperator.GreaterLast when type.IsInteger() => ReductionOperator.Max,
        _ => null,
    };

    /// <summary>Something before the updates reads it, in the order of the text.</summary>
    private static bool ReadsEarly(ScanGroup group, ScalarUses uses)
    {
        int reads = 0;
        foreach (Statement statement in LoopTree.Statements(uses.Loop.Body))
        {
            if (ReferenceEquals(statement, group.Home.Statements[group.First]))
            {
                break;
            }

            reads += ReferenceEquals(statement, group.Saving) ? 0 : ExpressionTree.Own(statement).Sum(uses.CountReads);
        }

        return reads > 0;
    }

    /// <summary>The updates read the old value by its other name, which is known only after them.</summary>
    private static bool ReadsSaved(ScanGroup group) => group.Before is { } before
        && ExpressionTree.Of(new Block(Helpers.EquatableArray.ToEquatableArray(group.Statements))).Any(value => Walk.Reads(value, before));

    private static bool Collect(IEnumerable<Statement> statements, ScalarUses uses, Updates updates)
    {
        foreach (Statement statement in statements)
        {
            switch (statement)
            {
                case Assign assign when assign.Target.Id == uses.Variable.Id:
                    if (uses.CountReads(assign.Value) == 0)
                    {
                        updates.Resets = true;
                        break;
                    }

                    if (!IsPlain(assign.Value, uses) || (Inversion(assign.Value, uses) ?? ReductionShapes.OfValue(assign.Value, uses)) is not { } shape)
                    {
                        return false;
                    }

                    updates.Add(shape, uses.CountReads(assign.Value));
                    break;
                case If conditional when ReductionShapes.OfComparison(conditional, uses) is { } comparison:
                    updates.Add(comparison, uses.CountReads(conditional.Condition));
                    break;
                case If conditional:
                    if (!Collect(conditional.Then.Statements, uses, updates) || !Collect(conditional.Else.Statements, uses, updates))
                    {
                        return false;
                    }

                    break;
            }
        }

        return true;
    }

    /// <summary><c>e = !e</c> and <c>x = ~x</c>: exclusive or with ones.</summary>
    private static ReductionOperator? Inversion(Expression value, ScalarUses uses) =>
        value is Unary { Operator: UnaryOperator.LogicalNot or UnaryOperator.BitwiseNot, Operand: var operand } && uses.IsRead(operand)
            ? ReductionOperator.Xor
            : null;

    /// <summary>Nothing on the way from the old value to the new one throws, or cuts it to a narrower type.</summary>
    private static bool IsPlain(Expression value, ScalarUses uses) => ExpressionTree.SelfAndDescendants(value)
        .Where(part => uses.CountReads(part) > 0)
        .All(part => part switch
        {
            Conversion conversion => !conversion.IsChecked && conversion.Type.Size() >= uses.Variable.Type.Size(),
            Binary binary => !binary.IsChecked,
            Unary unary => !unary.IsChecked,
            _ => true,
        });

    /// <summary><c>e += 0.1</c>: in order, each value has the error of one addition more, which no other order has.</summary>
    private static bool HasConstantSteps(ScalarUses uses) => uses.Assigns.All(assign => ExpressionTree.SelfAndDescendants(assign.Value)
        .All(part => uses.CountReads(part) > 0 || !ExpressionTree.DependsOn(part, uses.Loop)));

    /// <summary>It says where elements are, itself or by way of other scalars: then their places aren't known before the loop.</summary>
    private static bool IsSubscript(ScalarUses uses)
    {
        HashSet<int> dependent = Dependent(uses);
        return ExpressionTree.Of(uses.Loop.Body).SelectMany(ExpressionTree.SelfAndDescendants).OfType<Load>().Select(load => load.Access)
            .Concat(LoopTree.Statements(uses.Loop.Body).OfType<Store>().Select(store => store.Target))
            .Any(access => access.Subscripts.Any(subscript => Reads(subscript, dependent)));
    }

    /// <summary>Something is decided by a sum whose last bits depend on the order: what follows may differ by more than bits.</summary>
    public static bool Decides(ScalarUses uses)
    {
        HashSet<int> dependent = Dependent(uses);
        return ExpressionTree.Of(uses.Loop.Body).SelectMany(ExpressionTree.SelfAndDescendants).Any(part => part switch
        {
            Comparison or Binary { Operator: BinaryOperator.Remainder } => Reads(part, dependent),
            Conversion conversion => !conversion.Type.IsFloat() && Reads(part, dependent),
            IntrinsicCall call => Reads(part, dependent) && call.Function is not (IntrinsicFunction.Min or IntrinsicFunction.Max
                or IntrinsicFunction.Abs or IntrinsicFunction.Sqrt or IntrinsicFunction.FusedMultiplyAdd) && !call.Function.IsTranscendental(),
            _ => false,
        });
    }

    /// <summary>The scalar, and those whose values are computed from its.</summary>
    private static HashSet<int> Dependent(ScalarUses uses)
    {
        HashSet<int> dependent = [uses.Variable.Id];
        int before;
        do
        {
            before = dependent.Count;
            dependent.UnionWith(LoopTree.Statements(uses.Loop.Body).OfType<Assign>().Where(assign => Reads(assign.Value, dependent)).Select(assign => assign.Target.Id).ToArray());
        }
        while (dependent.Count > before);

        return dependent;
    }

    private static bool Reads(Expression expression, HashSet<int> variables) =>
        ExpressionTree.SelfAndDescendants(expression).Any(part => part is VariableRead read && variables.Contains(read.Variable.Id));

    private sealed class Updates
    {
        public List<ReductionOperator> Operators { get; } = [];

        public int Reads { get; private set; }

        public bool Resets { get; set; }

        public void Add(ReductionOperator @operator, int reads)
        {
            Operators.Add(@operator);
            Reads += reads;
        }
    }
}
