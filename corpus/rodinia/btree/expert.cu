// B+ tree, tuned by hand: a thread goes down for a key by itself and halves each node, with no barrier. What a thread waits for is hidden by the
// others, of which there are as many as keys.

#include "warpsmith.cuh"

#define THREADS 64

extern "C" __global__ void __launch_bounds__(THREADS)
    btree_find(const int *__restrict__ tree, const int *__restrict__ value, const int *__restrict__ query, int *__restrict__ answer,
               int queries, int order, int levels) {
  const int number = blockIdx.x * THREADS + threadIdx.x;
  if (number >= queries)
    return;

  const int key = query[number];
  int first = 0; // node of this level
  int at = 0;    // among the nodes of this level; after the last, among the keys
  for (int level = 0; level < levels; ++level) {
    const int *separator = tree + (long)(first + at) * order;
    int low = 0;
    int count = order;
    // The steps are the same for all lanes: a half is left each time, and a select says which.
    while (count > 1) {
      const int half = count / 2;
      low += separator[low + half] <= key ? half : 0;
      count -= half;
    }
    at = at * order + low;
    first = first * order + 1;
  }
  // The keys begin behind the inner nodes, which have first - 1 separators.
  answer[number] = tree[(long)(first - 1) + at] == key ? value[at] : -1;
}
