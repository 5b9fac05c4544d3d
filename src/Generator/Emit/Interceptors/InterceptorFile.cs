using AutoPar.Generator.Interception;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Emit.Interceptors;

/// <summary>The file that redirects the calls of one method.</summary>
internal static class InterceptorFile
{
    public static string Write(InterceptedMethod method)
    {
        CodeWriter code = new();
        FileParts.Header(code);
        if (method.Target.NeedsBridge)
        {
            WriteBridge(code, method);
        }

        using (code.Block($"namespace {InterceptionSettings.Namespace}"))
        using (code.Block("file static class Interceptors"))
        {
            WriteInterceptor(code, method);
        }

        code.Line();
        using (code.Block("namespace System.Runtime.CompilerServices"))
        {
            code.Line("[global::System.AttributeUsage(global::System.AttributeTargets.Method, AllowMultiple = true)]");
            using (code.Block("file sealed class InterceptsLocationAttribute : global::System.Attribute"))
            {
                code.Line("public InterceptsLocationAttribute(int version, string data) { }");
            }
        }

        return code.ToString();
    }

    private static void WriteInterceptor(CodeWriter code, InterceptedMethod method)
    {
        MethodSignature signature = method.Signature;
        InterceptionTarget target = method.Target;
        string receiver = Unused("receiver", signature);
        string sibling = target.NeedsBridge ? Bridge(method) : method.Sibling;
        string own = signature.TypeParameters;
        string callee = (signature.IsStatic ? signature.ContainingTypeText : receiver) + "." + sibling + own;
        string typeParameters = target.TypeParameters.IsEmpty ? "" : $"<{string.Join(", ", target.TypeParameters)}>";
        string parameters = string.Join(", ", (signature.IsStatic ? [] : new[] { $"{target.ReceiverText} {receiver}" })
            .Concat(signature.Parameters.Select(SignatureText.InterceptorParameter)));
        foreach (CallSite site in method.Sites)
        {
            code.Line($"{site.Attribute} // {site.Place}");
        }

        code.Line(FileParts.Inlined);
        code.Line($"internal static {(signature.IsUnsafe ? "unsafe " : "")}{signature.ReturnTypeText} {signature.Name}{typeParameters}({parameters})");
        foreach (string constraint in target.Constraints)
        {
            code.Line("    " + constraint);
        }

        code.Line($"    => {callee}({SignatureText.Arguments(signature)});");
    }

    private static void WriteBridge(CodeWriter code, InterceptedMethod method)
    {
        MethodSignature signature = method.Signature;
        using (FileParts.Namespace(code, method.Namespace))
        using (FileParts.Types(code, method.Types, signature.IsUnsafe))
        {
            code.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
            code.Line(FileParts.GeneratedCode);
            code.Line(FileParts.Inlined);
            code.Line(SignatureText.Declaration(signature with { Accessibility = "internal" }, Bridge(method)));
            code.Line($"    => {SignatureText.Call(signature, method.Sibling)};");
        }

        code.Line();
    }

    private static string Bridge(InterceptedMethod method) => method.Sibling + "Bridge";

    private static string Unused(string name, MethodSignature signature)
    {
        while (signature.Parameters.Any(parameter => parameter.Name == name))
        {
            name += "_";
        }

        return name;
    }
}
