// A greedy walk over a graph of vectors, one hop a launch: the inner step of searches such as HNSW's and CAGRA's.
//
// A block has a query and its list of the nearest vectors that were seen, nearest first. It takes the first of them that was not expanded
// yet, measures those that this one links to and that were never seen, one thread each, and one thread puts them into the list.

#include "warpsmith.cuh"

// Most links of a vector.
#define DEGREE 64

WARPSMITH_FN float squared_distance(const float *a, const float *b, int dim) {
  float sum = 0.0f;
  for (int d = 0; d < dim; ++d)
    sum += (a[d] - b[d]) * (a[d] - b[d]);
  return sum;
}

// Every walk begins at vector 0.
extern "C" __global__ void walk_start(const float *base, const float *query, float *distance, int *id, int *expanded, int *seen, int n, int dim,
                                      int list) {
  const int q = blockIdx.x;
  const int words = (n + 31) / 32;
  for (int i = threadIdx.x; i < words; i += blockDim.x)
    seen[(long)q * words + i] = i == 0 ? 1 : 0;
  for (int i = threadIdx.x; i < list; i += blockDim.x) {
    distance[q * list + i] = i == 0 ? squared_distance(base, query + (long)q * dim, dim) : FLT_MAX;
    id[q * list + i] = i == 0 ? 0 : -1;
    expanded[q * list + i] = 0;
  }
}

extern "C" __global__ void walk_hop(const float *base, const float *query, const int *link, float *distance, int *id, int *expanded, int *seen,
                                    int *going, int n, int dim, int degree, int list) {
  __shared__ int from;
  __shared__ float found[DEGREE];
  __shared__ int found_id[DEGREE];

  const int q = blockIdx.x;
  const int tid = threadIdx.x;
  if (tid == 0) {
    from = -1;
    for (int i = 0; i < list; ++i) {
      if (id[q * list + i] >= 0 && !expanded[q * list + i]) {
        from = id[q * list + i];
        expanded[q * list + i] = 1;
        break;
      }
    }
  }
  __syncthreads();
  if (from < 0)
    return;

  if (tid < degree) {
    const int to = link[(long)from * degree + tid];
    const int words = (n + 31) / 32;
    const int bit = 1 << (to % 32);
    const bool is_new = (atomicOr(&seen[(long)q * words + to / 32], bit) & bit) == 0;
    found[tid] = is_new ? squared_distance(base + (long)to * dim, query + (long)q * dim, dim) : FLT_MAX;
    found_id[tid] = is_new ? to : -1;
  }
  __syncthreads();

  if (tid == 0) {
    for (int j = 0; j < degree; ++j) {
      if (found_id[j] < 0)
        continue;
      int at = list;
      while (at > 0 && (found[j] < distance[q * list + at - 1] ||
                        (found[j] == distance[q * list + at - 1] && found_id[j] < id[q * list + at - 1]))) {
        --at;
        if (at + 1 < list) {
          distance[q * list + at + 1] = distance[q * list + at];
          id[q * list + at + 1] = id[q * list + at];
          expanded[q * list + at + 1] = expanded[q * list + at];
        }
      }
      if (at < list) {
        distance[q * list + at] = found[j];
        id[q * list + at] = found_id[j];
        expanded[q * list + at] = 0;
      }
    }
    *going = 1;
  }
}
