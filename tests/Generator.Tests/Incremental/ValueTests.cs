using System.Collections.Immutable;
using System.Reflection;
using AutoPar.Generator.Emit.Interceptors;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;
using AutoPar.Generator.Tests.Support;

namespace AutoPar.Generator.Tests.Incremental;

/// <summary>What the pipeline caches is plain data, equal by value.</summary>
public class ValueTests
{
    [Theory]
    [InlineData(typeof(LoweredMethod))]
    [InlineData(typeof(MethodPlan))]
    [InlineData(typeof(InterceptedMethod))]
    public void No_Roslyn_type_is_reachable(Type root)
    {
        IReadOnlyCollection<Type> types = Reachable(root);

        Assert.Contains(typeof(string), types);
        Assert.All(types, type => Assert.DoesNotContain("Microsoft.CodeAnalysis", type.FullName ?? type.Name));
    }

    [Theory]
    [InlineData(typeof(LoweredMethod))]
    [InlineData(typeof(MethodPlan))]
    [InlineData(typeof(InterceptedMethod))]
    public void Everything_reachable_is_equal_by_value(Type root) => Assert.All(Reachable(root), type => Assert.True(IsEquatable(type), type.ToString()));

    [Fact]
    public void Two_lowerings_of_one_text_are_equal()
    {
        const string Method = """
            static double F(double[] a, double[,] b, int n)
            {
                double s = 0;
                for (int i = 0; i < n; i++)
                    for (int j = 0; j < i; j++)
                        if (a[i] > 0.5) s += b[i, j] * Math.Max(a[j], 1);
                return s;
            }
            """;
        MethodModel one = TestCompilation.LowerMethod(Method);
        MethodModel other = TestCompilation.LowerMethod(Method);
        Assert.NotSame(one, other);
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal(MethodPlanner.Plan(one), MethodPlanner.Plan(other));
        Assert.NotEqual(one, TestCompilation.LowerMethod(Method.Replace("> 0.5", "> 0.6")));
    }

    private static bool IsEquatable(Type type)
    {
        if (type.IsEnum || type.IsPrimitive || type == typeof(string) || type == typeof(object) || Nullable.GetUnderlyingType(type) is not null)
        {
            return true;
        }

        // Records, and the array that compares its elements.
        bool isEquatable = type.GetInterfaces().Any(item => item.IsGenericType && item.GetGenericTypeDefinition() == typeof(IEquatable<>));
        bool isRaw = type.IsArray || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>));
        return isEquatable && !isRaw;
    }

    /// <summary>The types of all fields, of fields of fields, and of derived records.</summary>
    private static HashSet<Type> Reachable(Type root)
    {
        HashSet<Type> seen = [];
        Stack<Type> open = new([root]);
        while (open.TryPop(out Type? type))
        {
            if (!seen.Add(type))
            {
                continue;
            }

            if (type.IsGenericType)
            {
                Array.ForEach(type.GetGenericArguments(), open.Push);
            }

            if (type.Assembly != typeof(MethodPlan).Assembly || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>)))
            {
                continue;
            }

            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            {
                open.Push(field.FieldType);
            }

            foreach (Type derived in type.Assembly.GetTypes().Where(item => item.IsSubclassOf(type)))
            {
                open.Push(derived);
            }
        }

        return seen;
    }
}
