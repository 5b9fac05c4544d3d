using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace AutoPar.EndToEnd;

/// <summary>
/// Writes C# that calls every form of every annotated method through one delegate type. It is compiled with the
/// methods, so that its direct calls are intercepted as a user's would be.
/// </summary>
internal sealed class AdapterWriter
{
    private static readonly SymbolDisplayFormat s_full = SymbolDisplayFormat.FullyQualifiedFormat;
    private readonly StringBuilder _kernels = new();
    private readonly StringBuilder _methods = new();
    private int _count;

    public const string TypeName = "AutoPar.EndToEnd.Adapters.All";

    public static string Write(IEnumerable<DescribedMethod> methods)
    {
        var writer = new AdapterWriter();
        foreach (DescribedMethod method in methods)
        {
            if (method.IsScalar)
            {
                writer.AddUniversal(method, broadcast: false);
                if (method.Symbol.Parameters.Length > 1)
                {
                    writer.AddUniversal(method, broadcast: true);
                }
            }
            else if (method.Symbol.IsGenericMethod)
            {
                foreach (string type in method.TypeArguments())
                {
                    writer.Add(method, type);
                }
            }
            else
            {
                writer.Add(method, null);
            }
        }

        return $$"""
            #nullable enable
            #pragma warning disable
            namespace AutoPar.EndToEnd.Adapters;
            using AutoPar.EndToEnd;
            public static unsafe class All
            {
                public static Kernel[] Kernels() =>
                [
            {{writer._kernels}}    ];
            {{writer._methods}}
            }
            """;
    }

    private void Add(DescribedMethod method, string? typeArgument)
    {
        IMethodSymbol symbol = method.Symbol;
        string Type(ITypeSymbol type) => typeArgument is null
            ? type.ToDisplayString(s_full)
            : Regex.Replace(type.ToDisplayString(s_full), @"\bT\b", typeArgument, RegexOptions.CultureInvariant);
        int first = symbol.IsStatic ? 0 : 1;
        var slots = new List<string>();
        var arguments = new List<string>();
        var pinned = new StringBuilder();
        foreach (IParameterSymbol parameter in symbol.Parameters)
        {
            string cell = $"a[{first + parameter.Ordinal}]!";
            bool unique = parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "UniqueAttribute");
            (string kind, string type, string argument) = Describe(parameter, Type, cell);
            if (kind == "Pointer")
            {
                argument = $"p{parameter.Ordinal}";
                pinned.Append($"fixed ({type}* {argument} = ({type}[]){cell}) ");
                type += "[]";
            }

            slots.Add($"new Slot(\"{parameter.Name}\", typeof({type}), SlotKind.{kind}, {(unique ? "true" : "false")})");
            arguments.Add(argument);
        }

        string owner = symbol.ContainingType.ToDisplayString(s_full);
        string target = symbol.IsStatic ? owner
            : symbol.ContainingType.IsValueType ? $"global::System.Runtime.CompilerServices.Unsafe.Unbox<{owner}>(a[0]!)"
            : $"(({owner})a[0]!)";
        var forms = new List<string>();
        foreach (string suffix in Suffixes(method))
        {
            string call = $"{target}.{symbol.Name}{suffix}{(typeArgument is null ? "" : $"<{typeArgument}>")}({string.Join(", ", arguments)})"
                + (suffix == "Async" ? ".GetAwaiter().GetResult()" : "");
            string body = symbol.ReturnsVoid ? $"{pinned}{{ {call}; }} return null;" : $"{pinned}{{ return {call}; }}";
            forms.Add(AddForm(method, suffix.Length == 0 ? "Intercepted" : suffix, body));
        }

        AddKernel(method, typeArgument is null ? "" : $"<{typeArgument}>", symbol.IsStatic ? "null" : $"typeof({owner})", slots, forms, "");
    }

    private static (string Kind, string Type, string Argument) Describe(IParameterSymbol parameter, Func<ITypeSymbol, string> text, string cell)
    {
        if (parameter.RefKind != RefKind.None)
        {
            string modifier = parameter.RefKind == RefKind.Out ? "out" : parameter.RefKind == RefKind.Ref ? "ref" : "in";
            string type = text(parameter.Type);
            return ("Reference", type, $"{modifier} ((ReferenceArgument<{type}>){cell}).Value");
        }

        if (parameter.Type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan" } span)
        {
            string type = text(span.TypeArguments[0]);
            return (span.Name, type, $"((SpanArgument<{type}>){cell}).Span");
        }

        return parameter.Type is IPointerTypeSymbol pointer
            ? ("Pointer", text(pointer.PointedAtType), "")
            : ("Value", text(parameter.Type), $"({text(parameter.Type)}){cell}");
    }

    private void AddUniversal(DescribedMethod method, bool broadcast)
    {
        IMethodSymbol symbol = method.Symbol;
        string name = $"{symbol.ContainingType.ToDisplayString(s_full)}.{symbol.Name}";
        string result = symbol.ReturnType.ToDisplayString(s_full);
        int last = symbol.Parameters.Length;
        string destination = $"((SpanArgument<{result}>)a[{last}]!).Span";
        var slots = new List<string>();
        var spans = new List<string>();
        var elements = new List<string>();
        var tests = new List<string>();
        foreach (IParameterSymbol parameter in symbol.Parameters)
        {
            string type = parameter.Type.ToDisplayString(s_full);
            bool isScalar = broadcast && parameter.Ordinal == last - 1;
            slots.Add($"new Slot(\"{parameter.Name}\", typeof({type}), SlotKind.{(isScalar ? "Value" : "ReadOnlySpan")})");
            spans.Add(isScalar ? $"({type})a[{parameter.Ordinal}]!" : $"(System.ReadOnlySpan<{type}>)((SpanArgument<{type}>)a[{parameter.Ordinal}]!).Span");
            elements.Add(isScalar ? $"({type})a[{parameter.Ordinal}]!" : $"((SpanArgument<{type}>)a[{parameter.Ordinal}]!).Span[i]");
            tests.Add(isScalar ? "false" : $"((SpanArgument<{type}>)a[{parameter.Ordinal}]!).Span.Length != {destination}.Length");
        }

        slots.Add($"new Slot(\"destination\", typeof({result}), SlotKind.Span)");
        string reference = $"if ({string.Join(" || ", tests)}) throw new System.ArgumentException(); "
            + $"for (int i = 0; i < {destination}.Length; i++) {destination}[i] = {name}({string.Join(", ", elements)}); return null;";
        var forms = new List<string> { AddForm(method, "Reference", reference) };
        foreach (string suffix in Suffixes(method))
        {
            forms.Add(AddForm(
                method,
                suffix.Length == 0 ? "Intercepted" : suffix,
                $"{name}{suffix}({string.Join(", ", spans)}, {destination}); return null;"));
        }

        AddKernel(method, broadcast ? "(broadcast)" : "(spans)", "null", slots, forms, "new Hint(\"Universal\", \"\", []), ");
    }

    private static List<string> Suffixes(DescribedMethod method)
    {
        var suffixes = new List<string> { "Sequential" };
        if (method.Vectorize)
        {
            suffixes.Add("Vectorized");
        }

        if (method.Parallelize)
        {
            suffixes.Add("Parallel");
        }

        if (method.IsAsync)
        {
            suffixes.Add("Async");
        }

        suffixes.Add("");
        return suffixes;
    }

    private string AddForm(DescribedMethod method, string name, string body)
    {
        string adapter = $"M{_count++}";
        _methods.Append($"    static object? {adapter}(object?[] a) {{ {body} }} //{method.Symbol.Name}\n");
        return $"new Form(\"{name}\", {adapter})";
    }

    private void AddKernel(DescribedMethod method, string suffix, string receiver, List<string> slots, List<string> forms, string hint)
    {
        FileLinePositionSpan position = method.Syntax.Identifier.GetLocation().GetLineSpan();
        IEnumerable<string> fields = method.Fields().Select(field =>
            $"new FieldSlot(\"{field.Name}\", typeof({field.ContainingType.ToDisplayString(s_full)}), "
            + $"{(field.IsStatic ? "true" : "false")}, {(field.IsReadOnly ? "true" : "false")})");
        _kernels.Append(
            $"        new Kernel(\"{method.Name}{suffix}\", \"{Path.GetFileName(position.Path)}\", {position.StartLinePosition.Line + 1}, {receiver}, "
            + $"[{string.Join(", ", slots)}], [{string.Join(", ", fields)}], {method.LoopDepth()}, "
            + $"[{hint}{string.Join(", ", method.Hints())}], [{string.Join(", ", forms)}]),\n");
    }
}
