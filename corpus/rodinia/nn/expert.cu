// Nearest neighbours, tuned by hand: two records come in a load of 16 bytes, two distances go in a store of 8, and a thread has several pairs in
// flight, whose neighbours are those of the neighbouring threads.

#include "warpsmith.cuh"

#define THREADS 128
// Pairs of records a thread.
#define EACH 4
#define BLOCK (2 * EACH * THREADS)

WARPSMITH_FN float apart(float north, float east) { return sqrtf(north * north + east * east); }

extern "C" __global__ void __launch_bounds__(THREADS)
    nn_distance(const float2 *__restrict__ record, float *__restrict__ distance, int records, float lat, float lng) {
  const int begin = blockIdx.x * BLOCK;
  if (begin + BLOCK <= records) {
    const float4 *from = (const float4 *)(record + begin);
    float2 *to = (float2 *)(distance + begin);
    float4 pair[EACH];
#pragma unroll
    for (int e = 0; e < EACH; ++e)
      pair[e] = from[e * THREADS + threadIdx.x];
#pragma unroll
    for (int e = 0; e < EACH; ++e) {
      float2 two;
      two.x = apart(pair[e].x - lat, pair[e].y - lng);
      two.y = apart(pair[e].z - lat, pair[e].w - lng);
      to[e * THREADS + threadIdx.x] = two;
    }
    return;
  }
  for (int i = begin + threadIdx.x; i < records; i += THREADS) {
    const float2 one = record[i];
    distance[i] = apart(one.x - lat, one.y - lng);
  }
}
