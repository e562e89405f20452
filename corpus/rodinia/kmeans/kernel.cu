// K-means: each point to the nearest of the centres, which is the first of them where several are as near.
//
// Features of the points lie feature by feature, so that neighbouring threads read neighbouring numbers; those of a centre lie together.

#include "warpsmith.cuh"

extern "C" __global__ void kmeans_assign(const float *feature, const float *centre, int *membership, int points, int dim, int centres) {
  const int point = blockIdx.x * blockDim.x + threadIdx.x;
  if (point >= points)
    return;

  int nearest = 0;
  float least = FLT_MAX;
  for (int c = 0; c < centres; ++c) {
    float squares = 0.0f;
    for (int d = 0; d < dim; ++d) {
      const float difference = feature[(long)d * points + point] - centre[(long)c * dim + d];
      squares += difference * difference;
    }
    if (squares < least) {
      least = squares;
      nearest = c;
    }
  }
  membership[point] = nearest;
}
