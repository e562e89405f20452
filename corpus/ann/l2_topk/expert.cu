// Exact nearest neighbours, tuned by hand.
//
// Distances: a block has 16 queries and 64 vectors, a thread 2 of the one and 4 of the other; parts of the rows come through shared memory,
// transposed, so that a thread reads what it needs in vectors. Selection: each thread remembers the nearest of its own that is left, and
// only the one whose was picked looks for another; warps pick on their own and merge what they have at the end.

#include "warpsmith.cuh"

#define QUERIES 16
#define VECTORS 64
#define DEPTH 32
#define WARPS 4
#define THREADS 128
#define MOST 128

// DEPTH elements from `from` on of ROWS rows, transposed; beyond the end are zeros.
template <int ROWS> WARPSMITH_FN void stage(const float *__restrict__ rows, int first, int count, int dim, int from, float (*to)[ROWS + 4]) {
#pragma unroll
  for (int i = threadIdx.x; i < ROWS * DEPTH / 4; i += THREADS) {
    const int row = i / (DEPTH / 4);
    const int d = i % (DEPTH / 4) * 4;
    float4 four = 0.0f;
    if (first + row < count && from + d < dim)
      four = *(const float4 *)(rows + (long)(first + row) * dim + from + d);
    to[d][row] = four.x;
    to[d + 1][row] = four.y;
    to[d + 2][row] = four.z;
    to[d + 3][row] = four.w;
  }
}

extern "C" __global__ void __launch_bounds__(THREADS)
    distances(const float *__restrict__ base, const float *__restrict__ query, float *__restrict__ all, int queries, int n,
              int dim) {
  __shared__ __attribute__((aligned(16))) float vectors[DEPTH][VECTORS + 4];
  __shared__ __attribute__((aligned(16))) float asked[DEPTH][QUERIES + 4];

  const int first_vector = blockIdx.x * VECTORS;
  const int first_query = blockIdx.y * QUERIES;
  const int vector = threadIdx.x % (VECTORS / 4) * 4;
  const int asks = threadIdx.x / (VECTORS / 4) * 2;

  float4 near = 0.0f;
  float4 next = 0.0f;
  for (int from = 0; from < dim; from += DEPTH) {
    stage<VECTORS>(base, first_vector, n, dim, from, vectors);
    stage<QUERIES>(query, first_query, queries, dim, from, asked);
    __syncthreads();
#pragma unroll 8
    for (int d = 0; d < DEPTH; ++d) {
      const float4 four = *(const float4 *)&vectors[d][vector];
      const float2 two = *(const float2 *)&asked[d][asks];
      const float4 one = four - two.x;
      const float4 other = four - two.y;
      near += one * one;
      next += other * other;
    }
    __syncthreads();
  }
#pragma unroll
  for (int a = 0; a < 2; ++a) {
    const int q = first_query + asks + a;
    const float4 sums = a == 0 ? near : next;
    if (q < queries) {
      float *row = all + (long)q * n + first_vector + vector;
      if (first_vector + vector < n)
        row[0] = sums.x;
      if (first_vector + vector + 1 < n)
        row[1] = sums.y;
      if (first_vector + vector + 2 < n)
        row[2] = sums.z;
      if (first_vector + vector + 3 < n)
        row[3] = sums.w;
    }
  }
}

WARPSMITH_FN bool is_nearer(float distance, int id, float than, int than_id) {
  return distance < than || (distance == than && id < than_id);
}

// The nearest over the lanes of a warp, in all of them.
WARPSMITH_FN void warp_nearest(float &distance, int &id) {
#pragma unroll
  for (int away = warpSize / 2; away > 0; away /= 2) {
    const float other = __shfl_xor_sync(0xffffffffu, distance, away);
    const int other_id = __shfl_xor_sync(0xffffffffu, id, away);
    const bool take = is_nearer(other, other_id, distance, id);
    distance = take ? other : distance;
    id = take ? other_id : id;
  }
}

extern "C" __global__ void __launch_bounds__(THREADS)
    select(const float *__restrict__ all, float *__restrict__ distance, int *__restrict__ id, int n, int k) {
  __shared__ float near[WARPS][MOST];
  __shared__ int which[WARPS][MOST];

  const int tid = threadIdx.x;
  const int lane = tid % warpSize;
  const int warp = tid / warpSize;
  const float *row = all + (long)blockIdx.x * n;

  float best = FLT_MAX;
  int best_id = n;
  for (int i = tid; i < n; i += THREADS) {
    const float candidate = row[i];
    if (candidate < best) {
      best = candidate;
      best_id = i;
    }
  }
  for (int round = 0; round < k; ++round) {
    float picked = best;
    int picked_id = best_id;
    warp_nearest(picked, picked_id);
    if (lane == 0) {
      near[warp][round] = picked;
      which[warp][round] = picked_id;
    }
    if (best_id == picked_id && picked_id < n) {
      best = FLT_MAX;
      best_id = n;
      for (int i = tid; i < n; i += THREADS) {
        const float candidate = row[i];
        if (is_nearer(picked, picked_id, candidate, i) && candidate < best) {
          best = candidate;
          best_id = i;
        }
      }
    }
  }
  __syncthreads();

  // What each warp picked is in order: the nearest of all is the first of one of them.
  if (warp == 0) {
    int taken = 0;
    for (int round = 0; round < k; ++round) {
      float head = FLT_MAX;
      int head_id = n;
      if (lane < WARPS) {
        head = near[lane][taken];
        head_id = which[lane][taken];
      }
      float picked = head;
      int picked_id = head_id;
      warp_nearest(picked, picked_id);
      if (lane < WARPS && head_id == picked_id && taken + 1 < k)
        ++taken;
      if (lane == 0) {
        distance[blockIdx.x * k + round] = picked;
        id[blockIdx.x * k + round] = picked_id;
      }
    }
  }
}
