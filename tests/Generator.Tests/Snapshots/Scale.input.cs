using System;
using AutoPar;

namespace Samples
{
    public partial class Image
    {
        private readonly float[] _weights = new float[3];

        // Spans, a field, a condition, code around the loop.
        [Parallelize(Schedule = Schedule.Static, ChunkSize = 100), Vectorize]
        public int Scale(Span<float> to, ReadOnlySpan<float> from, float limit)
        {
            if (to.IsEmpty)
                return 0;
            float factor = _weights[0];
            for (int i = 0; i < to.Length; i++)
            {
                if (from[i] > limit)
                    to[i] = from[i] * factor;
            }

            return to.Length;
        }
    }
}
