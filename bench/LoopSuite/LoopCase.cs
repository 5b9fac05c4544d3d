using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace AutoPar.LoopSuite;

/// <summary>One loop: its method as written, the vectorized form, and what its class keeps in fields.</summary>
/// <param name="Category">The class it stands in.</param>
internal sealed record LoopCase(string Category, string Name, MethodInfo AsWritten, MethodInfo Vectorized)
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>All loops of the classes in Loops, in the order of the categories' names and of the source.</summary>
    public static IReadOnlyList<LoopCase> All { get; } =
    [
        .. from type in typeof(LoopCase).Assembly.GetTypes()
           where type.Namespace == "AutoPar.LoopSuite.Loops"
           from method in type.GetMethods(Static)
           where method.IsDefined(typeof(VectorizeAttribute))
           orderby type.Name, method.MetadataToken
           select new LoopCase(type.Name, method.Name, Form(type, method, "Sequential"), Form(type, method, "Vectorized")),
    ];

    public ParameterInfo[] Parameters => AsWritten.GetParameters();

    public FieldInfo[] Fields => [.. AsWritten.DeclaringType!.GetFields(Static).Where(member => !member.IsLiteral)];

    /// <summary>The call, repeated, and where its last result goes.</summary>
    public static (Action<int> Run, IStrongBox? Result) Bind(MethodInfo form, LoopData data)
    {
        ParameterExpression calls = Expression.Parameter(typeof(int));
        LabelTarget end = Expression.Label();
        Expression call = Expression.Call(form, form.GetParameters().Select(p => Expression.Constant(data[p.Name!], p.ParameterType)));
        IStrongBox? result = null;
        if (form.ReturnType != typeof(void))
        {
            result = (IStrongBox)Activator.CreateInstance(typeof(StrongBox<>).MakeGenericType(form.ReturnType))!;
            call = Expression.Assign(Expression.Field(Expression.Constant(result), nameof(StrongBox<int>.Value)), call);
        }

        Expression body = Expression.Loop(
            Expression.IfThenElse(
                Expression.GreaterThanOrEqual(Expression.PostDecrementAssign(calls), Expression.Constant(1)),
                call,
                Expression.Break(end)),
            end);
        return (Expression.Lambda<Action<int>>(body, calls).Compile(), result);
    }

    private static MethodInfo Form(Type type, MethodInfo method, string suffix) =>
        type.GetMethod(method.Name + suffix, Static) ?? throw new MissingMethodException(type.Name, method.Name + suffix);
}
