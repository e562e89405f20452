// Nearest neighbours: how far each record, a latitude and a longitude in degrees, is from a point. The nearest are picked elsewhere.

#include "warpsmith.cuh"

struct Record {
  float lat;
  float lng;
};

extern "C" __global__ void nn_distance(const Record *record, float *distance, int records, float lat, float lng) {
  const int i = blockIdx.x * blockDim.x + threadIdx.x;
  if (i >= records)
    return;

  const float north = record[i].lat - lat;
  const float east = record[i].lng - lng;
  distance[i] = sqrtf(north * north + east * east);
}
