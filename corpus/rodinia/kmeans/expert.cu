// K-means, tuned by hand.
//
// Eight centres at a time: a feature is read once for all of them, and theirs come from shared memory, transposed, in two loads of 16 bytes.

#include "warpsmith.cuh"

#define THREADS 64
// Centres at a time.
#define GROUP 8
// Features at a time.
#define CHUNK 64

extern "C" __global__ void __launch_bounds__(THREADS)
    kmeans_assign(const float *__restrict__ feature, const float *__restrict__ centre, int *__restrict__ membership, int points, int dim,
                  int centres) {
  __shared__ float4 group[CHUNK * GROUP / 4];

  const int point = blockIdx.x * THREADS + threadIdx.x;
  // Threads beyond the points help to read centres.
  const float *own = feature + min(point, points - 1);
  int nearest = 0;
  float least = FLT_MAX;
  for (int first = 0; first < centres; first += GROUP) {
    float4 low = 0.0f, high = 0.0f;
    for (int from = 0; from < dim; from += CHUNK) {
      const int count = min(dim - from, CHUNK);
      __syncthreads();
      for (int i = threadIdx.x; i < count * GROUP; i += THREADS) {
        const int c = min(first + i % GROUP, centres - 1);
        ((float *)group)[i] = centre[(long)c * dim + from + i / GROUP];
      }
      __syncthreads();
      const float *row = own + (long)from * points;
#pragma unroll 8
      for (int d = 0; d < count; ++d) {
        const float x = row[(long)d * points];
        const float4 a = x - group[2 * d];
        const float4 b = x - group[2 * d + 1];
        low += a * a;
        high += b * b;
      }
    }
    const float squares[GROUP] = {low.x, low.y, low.z, low.w, high.x, high.y, high.z, high.w};
#pragma unroll
    for (int c = 0; c < GROUP; ++c) {
      // Beyond the last centre there is the last one again, which is no nearer than itself.
      if (squares[c] < least) {
        least = squares[c];
        nearest = first + c;
      }
    }
  }
  if (point < points)
    membership[point] = nearest;
}
