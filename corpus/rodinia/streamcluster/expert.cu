// Stream cluster, tuned by hand.
//
// The candidate's coordinates are read once a block, into shared memory. A thread has four neighbouring points where the numbers of points
// allow it, reads their coordinates in one load, and has four dimensions in flight.

#include "warpsmith.cuh"

#define THREADS 128
// Dimensions at a time.
#define CHUNK 128

extern "C" __global__ void __launch_bounds__(THREADS)
    compute_cost(const float *__restrict__ coord, const float *__restrict__ weight, const float *__restrict__ cost,
                 const int *__restrict__ assign, const int *__restrict__ table, float *__restrict__ saved, int *__restrict__ slot, int points,
                 int dim, int centres, int candidate) {
  __shared__ float chosen[CHUNK];

  const int point = (blockIdx.x * THREADS + threadIdx.x) * 4;
  const bool vector = points % 4 == 0 && point < points;
  int at[4];
#pragma unroll
  for (int p = 0; p < 4; ++p)
    at[p] = min(point + p, points - 1);

  float4 squares = 0.0f;
  for (int from = 0; from < dim; from += CHUNK) {
    const int count = min(dim - from, CHUNK);
    __syncthreads();
    if (threadIdx.x < count)
      chosen[threadIdx.x] = coord[(long)(from + threadIdx.x) * points + candidate];
    __syncthreads();
    const float *row = coord + (long)from * points;
    if (vector) {
#pragma unroll 4
      for (int d = 0; d < count; ++d) {
        const float4 difference = *(const float4 *)(row + (long)d * points + point) - chosen[d];
        squares += difference * difference;
      }
    } else {
      for (int d = 0; d < count; ++d) {
        float4 four;
        four.x = row[(long)d * points + at[0]];
        four.y = row[(long)d * points + at[1]];
        four.z = row[(long)d * points + at[2]];
        four.w = row[(long)d * points + at[3]];
        const float4 difference = four - chosen[d];
        squares += difference * difference;
      }
    }
  }

  if (vector) {
    const float4 change = squares * *(const float4 *)(weight + point) - *(const float4 *)(cost + point);
    const int4 to = *(const int4 *)(assign + point);
    int4 place;
    place.x = change.x < 0.0f ? centres : table[to.x];
    place.y = change.y < 0.0f ? centres : table[to.y];
    place.z = change.z < 0.0f ? centres : table[to.z];
    place.w = change.w < 0.0f ? centres : table[to.w];
    *(float4 *)(saved + point) = change;
    *(int4 *)(slot + point) = place;
    return;
  }
  const float square[4] = {squares.x, squares.y, squares.z, squares.w};
#pragma unroll
  for (int p = 0; p < 4; ++p) {
    if (point + p < points) {
      const float change = square[p] * weight[at[p]] - cost[at[p]];
      saved[at[p]] = change;
      slot[at[p]] = change < 0.0f ? centres : table[assign[at[p]]];
    }
  }
}
