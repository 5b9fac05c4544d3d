namespace AutoPar.Generator.Tests.Frontend;

/// <summary>C#'s implicit conversions are explicit in the IR, and checked arithmetic is marked with "!".</summary>
public class TypeTests
{
    private const string Parameters = "byte[] u, sbyte[] v, short[] w, ushort[] x, char[] c, int[] p, uint[] z, long[] l, ulong[] m, float[] f, double[] d, bool[] on, E[] e, Bits[] g";
    private const string Members = "enum E : byte { A, B = 3, C } [Flags] enum Bits { X = 1, Y = 2 }";

    [Theory]
    [InlineData("u[i] += u[i];", "u[i] = byte((int(u[i]) + int(u[i])))")]
    [InlineData("u[i]++;", "u[i] = byte((int(u[i]) + 1))")]
    [InlineData("u[i] <<= 2;", "u[i] = byte((int(u[i]) << 2))")]
    [InlineData("u[i] = (byte)~u[i];", "u[i] = byte(~int(u[i]))")]
    [InlineData("checked { u[i] -= u[i]; }", "u[i] = byte!((int(u[i]) -! int(u[i])))")]
    [InlineData("checked { v[i]--; }", "v[i] = sbyte!((int(v[i]) -! 1))")]
    [InlineData("checked { u[i] <<= 2; }", "u[i] = byte!((int(u[i]) << 2))")]
    [InlineData("checked { v[i] /= -1; u[i] = unchecked(u[i] <<= 2); }", "v[i] = sbyte!((int(v[i]) / -1))\nvalue = byte((int(u[i]) << 2))\nu[i] = value\nu[i] = value")]
    [InlineData("checked { foreach (byte b in p) l[i] += b; }", "foreach int index = 0; < p.Length; += 1:long\n  b = byte!(p[index])\n  l[i] = (l[i] +! long(b))")]
    [InlineData("p[^1] = p[^i];", "p[(p.Length - 1)] = p[(p.Length - i)]")]
    [InlineData("w[i] *= 3;", "w[i] = short((int(w[i]) * 3))")]
    [InlineData("c[i] += 'b';", "c[i] = char((int(c[i]) + 98))")]
    [InlineData("p[i] = c[i] - 'a';", "p[i] = (int(c[i]) - 97)")]
    [InlineData("p[i] >>>= c[i];", "p[i] = (p[i] >>> int(c[i]))")]
    [InlineData("l[i] = z[i] + p[i];", "l[i] = (long(z[i]) + long(p[i]))")]
    [InlineData("l[i] = z[i] * 2u;", "l[i] = long((z[i] * 2:uint))")]
    [InlineData("l[i] = -z[i];", "l[i] = -long(z[i])")]
    [InlineData("on[i] = z[i] > p[i];", "on[i] = (long(z[i]) > long(p[i]))")]
    [InlineData("l[i] += p[i] * p[i];", "l[i] = (l[i] + long((p[i] * p[i])))")]
    [InlineData("m[i] ^= z[i];", "m[i] = (m[i] ^ ulong(z[i]))")]
    [InlineData("m[i] >>= 70;", "m[i] = (m[i] >> 70)")]
    [InlineData("p[i] = (int)(p[i] * 1.5);", "p[i] = int((double(p[i]) * 1.5d))")]
    [InlineData("f[i] = (float)(f[i] * 1.1 + f[i]);", "f[i] = float(((double(f[i]) * 1.1d) + double(f[i])))")]
    [InlineData("f[i] *= 2;", "f[i] = (f[i] * 2f)")]
    [InlineData("d[i] += f[i];", "d[i] = (d[i] + double(f[i]))")]
    [InlineData("d[i] = 1 / 3 + p[i];", "d[i] = double((0 + p[i]))")]
    [InlineData("d[i] = float.MaxValue * 0 + double.NaN;", "d[i] = NaNd")]
    [InlineData("on[i] &= p[i] > 3;", "on[i] = (on[i] & (p[i] > 3))")]
    [InlineData("e[i] = e[i] + 1;", "e[i] = byte((int(e[i]) + 1))")]
    [InlineData("e[i]++;", "e[i] = byte((int(e[i]) + 1))")]
    [InlineData("g[i] |= Bits.Y;", "g[i] = (g[i] | 2)")]
    [InlineData("g[i] &= ~Bits.X;", "g[i] = (g[i] & -2)")]
    [InlineData("on[i] = e[i] == E.C;", "on[i] = (e[i] == 4:byte)")]
    [InlineData("p[i] = e[i] - E.B;", "p[i] = int(byte((int(e[i]) - 3)))")]
    [InlineData("checked { p[i] = (int)(l[i] * 2) + unchecked(p[i] * 3); }", "p[i] = (int!((l[i] *! 2:long)) +! (p[i] * 3))")]
    [InlineData("checked { d[i] = d[i] * 2 + u[i]; l[i] = p[i]; }", "d[i] = ((d[i] * 2d) + double(u[i]))\nl[i] = long(p[i])")]
    [InlineData("p[i] = default; p[i] = sizeof(long);", "p[i] = 0\np[i] = 8")]
    public void Conversions_are_explicit(string statement, string expected) =>
        Assert.Equal(expected, LoweringTests.PrintBody(statement, Parameters, Members));

    [Fact]
    public void Project_wide_checking_counts() =>
        Assert.Equal("p[i] = (p[i] +! 1)", LoweringTests.PrintBody("p[i]++;", "int[] p", isChecked: true));
}
