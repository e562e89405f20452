// A greedy walk over a graph of vectors, tuned by hand.
//
// A block is four warps. Eight lanes measure a link together, four floats at a time, so that rows are read whole. The list is in shared memory;
// each thread finds the place of its own entry by counting what comes before it in the other list, so that nothing is moved one by one.

#include "warpsmith.cuh"

#define DEGREE 64
// Most entries of a list.
#define LIST 256
#define THREADS 128
#define TEAM 8

// The squared distance over the lanes of a team, in all of them.
WARPSMITH_FN float team_distance(const float *__restrict__ a, const float *__restrict__ b, int dim, int lane) {
  float4 sum = 0.0f;
  for (int d = lane * 4; d < dim; d += TEAM * 4) {
    const float4 difference = *(const float4 *)(a + d) - *(const float4 *)(b + d);
    sum += difference * difference;
  }
  float all = (sum.x + sum.y) + (sum.z + sum.w);
#pragma unroll
  for (int away = TEAM / 2; away > 0; away /= 2)
    all += __shfl_xor_sync(0xffffffffu, all, away);
  return all;
}

extern "C" __global__ void walk_start(const float *__restrict__ base, const float *__restrict__ query, float *__restrict__ distance,
                                      int *__restrict__ id, int *__restrict__ expanded, int *__restrict__ seen, int n, int dim, int list) {
  const int q = blockIdx.x;
  const int words = (n + 31) / 32;
  for (int i = threadIdx.x; i < words; i += blockDim.x)
    seen[(long)q * words + i] = i == 0 ? 1 : 0;
  const float first = team_distance(base, query + (long)q * dim, dim, threadIdx.x % TEAM);
  for (int i = threadIdx.x; i < list; i += blockDim.x) {
    distance[q * list + i] = i == 0 ? first : FLT_MAX;
    id[q * list + i] = i == 0 ? 0 : -1;
    expanded[q * list + i] = 0;
  }
}

WARPSMITH_FN bool before(float distance, int id, float than, int than_id) {
  return distance < than || (distance == than && id < than_id);
}

extern "C" __global__ void __launch_bounds__(THREADS)
    walk_hop(const float *__restrict__ base, const float *__restrict__ query, const int *__restrict__ link, float *__restrict__ distance,
             int *__restrict__ id, int *__restrict__ expanded, int *__restrict__ seen, int *__restrict__ going, int n, int dim, int degree,
             int list) {
  __shared__ int first_of_warp[THREADS / 32];
  __shared__ float old[LIST];
  __shared__ int old_id[LIST];
  __shared__ float found[DEGREE];
  __shared__ int found_id[DEGREE];

  const int q = blockIdx.x;
  const int tid = threadIdx.x;
  const int lane = tid % warpSize;
  distance += q * list;
  id += q * list;
  expanded += q * list;

  // The first entry that was not expanded. A list of more than 128 entries has a second one for each thread.
  float mine[LIST / THREADS];
  int mine_id[LIST / THREADS];
  int done[LIST / THREADS];
  int open = list;
#pragma unroll
  for (int part = LIST / THREADS - 1; part >= 0; --part) {
    const int i = part * THREADS + tid;
    mine[part] = FLT_MAX;
    mine_id[part] = -1;
    done[part] = 1;
    if (i < list) {
      mine[part] = distance[i];
      mine_id[part] = id[i];
      done[part] = expanded[i];
      old[i] = mine[part];
      old_id[i] = mine_id[part];
      if (mine_id[part] >= 0 && !done[part])
        open = i;
    }
  }
#pragma unroll
  for (int away = warpSize / 2; away > 0; away /= 2)
    open = min(open, __shfl_xor_sync(0xffffffffu, open, away));
  if (lane == 0)
    first_of_warp[tid / warpSize] = open;
  __syncthreads();
  open = min(min(first_of_warp[0], first_of_warp[1]), min(first_of_warp[2], first_of_warp[3]));
  if (open == list)
    return;
  const int from = old_id[open];

  const int words = (n + 31) / 32;
  const int slot = tid % TEAM;
  for (int j = tid / TEAM; j < (degree + 3) / 4 * 4; j += THREADS / TEAM) {
    const int to = j < degree ? link[(long)from * degree + j] : 0;
    const float away = team_distance(base + (long)to * dim, query + (long)q * dim, dim, slot);
    if (slot == 0 && j < degree) {
      const int bit = 1 << (to % 32);
      const bool is_new = (atomicOr(&seen[(long)q * words + to / 32], bit) & bit) == 0;
      found[j] = is_new ? away : FLT_MAX;
      found_id[j] = is_new ? to : -1;
    }
  }
  __syncthreads();

  // The place of an old entry: how many of the new ones come before it, and its own.
#pragma unroll
  for (int part = 0; part < LIST / THREADS; ++part) {
    const int i = part * THREADS + tid;
    if (i < list && mine_id[part] >= 0) {
      int at = i;
      for (int j = 0; j < degree; ++j)
        at += found_id[j] >= 0 && before(found[j], found_id[j], mine[part], mine_id[part]);
      if (at < list) {
        distance[at] = mine[part];
        id[at] = mine_id[part];
        expanded[at] = i == open ? 1 : done[part];
      }
    }
  }
  if (tid < degree && found_id[tid] >= 0) {
    int at = 0;
    for (int j = 0; j < degree; ++j)
      at += found_id[j] >= 0 && before(found[j], found_id[j], found[tid], found_id[tid]);
    // The old list is in order: the first that comes after.
    int low = 0;
    int high = list;
    while (low < high) {
      const int middle = (low + high) / 2;
      if (old_id[middle] >= 0 && before(old[middle], old_id[middle], found[tid], found_id[tid]))
        low = middle + 1;
      else
        high = middle;
    }
    at += low;
    if (at < list) {
      distance[at] = found[tid];
      id[at] = found_id[tid];
      expanded[at] = 0;
    }
  }
  if (tid == 0)
    *going = 1;
}
