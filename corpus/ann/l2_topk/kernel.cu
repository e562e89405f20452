// Exact nearest neighbours: for each query the k vectors of a base that are nearest by Euclidean distance, nearest first.
//
// First the squared distance of every query from every vector, one thread for each pair; then a block a query picks the smallest that is left,
// k times. Of several that are equally far the one with the smaller number comes first.

#include "warpsmith.cuh"

#define THREADS 128

extern "C" __global__ void distances(const float *base, const float *query, float *all, int queries, int n, int dim) {
  const int id = blockIdx.x * blockDim.x + threadIdx.x;
  const int q = blockIdx.y;
  if (id >= n || q >= queries)
    return;

  float sum = 0.0f;
  for (int d = 0; d < dim; ++d) {
    const float difference = query[(long)q * dim + d] - base[(long)id * dim + d];
    sum += difference * difference;
  }
  all[(long)q * n + id] = sum;
}

extern "C" __global__ void select(const float *all, float *distance, int *id, int n, int k) {
  __shared__ float nearest[THREADS];
  __shared__ int which[THREADS];

  const int tid = threadIdx.x;
  const int q = blockIdx.x;
  float last = -1.0f;
  int last_id = -1;

  for (int round = 0; round < k; ++round) {
    // The nearest of this thread's that comes after the one that was picked last.
    float best = FLT_MAX;
    int best_id = n;
    for (int i = tid; i < n; i += THREADS) {
      const float candidate = all[(long)q * n + i];
      const bool after = candidate > last || (candidate == last && i > last_id);
      if (after && candidate < best) {
        best = candidate;
        best_id = i;
      }
    }
    nearest[tid] = best;
    which[tid] = best_id;
    __syncthreads();

    for (int stride = THREADS / 2; stride > 0; stride /= 2) {
      if (tid < stride) {
        const float other = nearest[tid + stride];
        const int other_id = which[tid + stride];
        if (other < nearest[tid] || (other == nearest[tid] && other_id < which[tid])) {
          nearest[tid] = other;
          which[tid] = other_id;
        }
      }
      __syncthreads();
    }

    last = nearest[0];
    last_id = which[0];
    if (tid == 0) {
      distance[q * k + round] = last;
      id[q * k + round] = last_id;
    }
    __syncthreads();
  }
}
