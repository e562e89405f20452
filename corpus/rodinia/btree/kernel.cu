// B+ tree: for each key that is asked for, the value of the last record that has it, or -1 where none has.
//
// The tree lies level by level in one array, `order` separators a node: the smallest keys below its children, of which child c of node n is node
// n * order + 1 + c. In the leaves, the last level, they are the keys of the records, in order. Where there is nothing, it is the largest
// integer, for which nobody asks. A block goes down for one key, with a thread for each child.

#include "warpsmith.cuh"

// Whether `key` belongs below this child: the last whose smallest key is no greater, or the first where all are.
WARPSMITH_FN bool belongs(const int *separator, int child, int order, int key) {
  return (child == 0 || separator[child] <= key) && (child == order - 1 || key < separator[child + 1]);
}

extern "C" __global__ void btree_find(const int *tree, const int *value, const int *query, int *answer, int queries, int order, int levels) {
  __shared__ int next;

  const int number = blockIdx.x;
  const int child = threadIdx.x;
  if (number >= queries)
    return;

  const int key = query[number];
  int node = 0;
  int first = 0; // node of this level
  for (int level = 1; level < levels; ++level) {
    if (belongs(tree + (long)node * order, child, order, key))
      next = node * order + 1 + child;
    __syncthreads();
    node = next;
    first = first * order + 1;
    __syncthreads();
  }

  const int *leaf = tree + (long)node * order;
  if (belongs(leaf, child, order, key))
    answer[number] = leaf[child] == key ? value[(node - first) * order + child] : -1;
}
