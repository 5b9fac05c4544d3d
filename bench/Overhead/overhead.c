/* The loops of this bench under OpenMP: nothing on two iterations, two of some length, axpy. */
#include <stdint.h>

volatile uint64_t sink[16];

static uint64_t chain(long steps, uint64_t x)
{
    for (long i = 0; i < steps; i++) x = x * 6364136223846793005u + 1442695040888963407u;
    return x;
}

void empty(long unused, double k, const double *x, double *y)
{
#pragma omp parallel for schedule(static)
    for (long i = 0; i < 2; i++) __asm__ volatile("");
}

void pair(long steps, double k, const double *x, double *y)
{
#pragma omp parallel for schedule(static)
    for (long i = 0; i < 2; i++) sink[8 * i] = chain(steps, i);
}

void axpy(long n, double k, const double *restrict x, double *restrict y)
{
#pragma omp parallel for simd schedule(static)
    for (long i = 0; i < n; i++) y[i] += k * x[i];
}
