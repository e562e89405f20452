// SparseLengthsSum behind a set-associative cache, tuned by hand; buffers are laid out as in kernel.cu.
//
// One warp a bag. The lanes hash up to 32 rows at once, one each; then all lanes look at the 32 places of one row's set together, so that
// a row is found by one load and one vote. Where it was found stays with the lane that hashed it. Rows are then read in vectors of four
// floats by as many lanes as a row has, rounded up to a power of two: several at once, a round of them in flight, summed in shuffles.

#include "warpsmith.cuh"

#define WAYS 32
// Rows in flight, a lane.
#define ROUND 4
// Sets whose places are in flight.
#define PROBES 4
#define ALL 0xffffffffu

WARPSMITH_FN unsigned set_of(int row, int sets) {
  unsigned long h = (unsigned)row;
  h ^= h >> 33;
  h *= 0xff51afd7ed558ccdul;
  h ^= h >> 33;
  h *= 0xc4ceb9fe1a85ec53ul;
  h ^= h >> 33;
  return h % (unsigned)sets;
}

// Where this lane's row is, of `count` lanes that have one: its place in the cache, or -1 less its number in the table.
WARPSMITH_FN int find(const int *tags, int row, int count, int sets) {
  const int lane = threadIdx.x;
  const int set = set_of(row, sets);
  int place = -1 - row;
#pragma unroll 1
  for (int first = 0; first < count; first += PROBES) {
    int tag[PROBES];
#pragma unroll
    for (int p = 0; p < PROBES; ++p)
      tag[p] = tags[__shfl_sync(ALL, set, first + p) * WAYS + lane];
#pragma unroll
    for (int p = 0; p < PROBES; ++p) {
      const unsigned found = __ballot_sync(ALL, tag[p] == __shfl_sync(ALL, row, first + p));
      if (found != 0 && lane == first + p)
        place = set * WAYS + __ffs(found) - 1;
    }
  }
  return place;
}

extern "C" __global__ void cached_lookup(const int *__restrict__ tags, const float *__restrict__ cache,
                                         const float *__restrict__ table, const int *__restrict__ index,
                                         const int *__restrict__ start, float *__restrict__ out, int sets, int dim) {
  const int bag = blockIdx.x;
  const int vectors = dim / 4;
  const int first = start[bag], last = start[bag + 1];
  int lanes = 1;
  while (lanes < vectors && lanes < warpSize)
    lanes *= 2;
  const int group = threadIdx.x / lanes;
  const int groups = warpSize / lanes;

#pragma unroll 1
  for (int vector = threadIdx.x % lanes; vector < vectors + lanes - 1 - (vectors - 1) % lanes; vector += lanes) {
    // Lanes past the end of a row read its last column, so that all take part in the shuffles.
    const int read = min(vector, vectors - 1);
    float4 sum = 0.0f;
#pragma unroll 1
    for (int from = first; from < last; from += warpSize) {
      const int count = min(warpSize, last - from);
      // Lanes without a row have the last one: what they find is not read.
      const int row = index[from + min((int)threadIdx.x, count - 1)];
      const int found = find(tags, row, count, sets);
#pragma unroll 1
      for (int i = group; i - group < count; i += ROUND * groups) {
        float4 value[ROUND];
#pragma unroll
        for (int r = 0; r < ROUND; ++r) {
          const int at = i + r * groups;
          const int place = __shfl_sync(ALL, found, min(at, count - 1));
          const float4 *rows = (const float4 *)(place >= 0 ? cache : table);
          value[r] = at < count ? rows[(long)(place >= 0 ? place : -1 - place) * vectors + read] : float4(0.0f);
        }
#pragma unroll
        for (int r = 0; r < ROUND; ++r)
          sum += value[r];
      }
    }
    for (int away = lanes; away < warpSize; away *= 2) {
#pragma unroll
      for (int c = 0; c < 4; ++c)
        sum[c] += __shfl_xor_sync(ALL, sum[c], away);
    }
    if (group == 0 && vector < vectors)
      ((float4 *)out)[(long)bag * vectors + vector] = sum;
  }
}
