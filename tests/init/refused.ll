; Kernels that no workload describes, each for a reason of its own.
target triple = "nvptx64-nvidia-cuda"

%pair = type { float, i32 }

define ptx_kernel void @by_value(ptr byval(%pair) %p, ptr %out) {
  store float 1.0, ptr %out
  ret void
}

define ptx_kernel void @of_pointers(ptr %table, ptr %out) {
  %inner = load ptr, ptr %table
  %x = load float, ptr %inner
  store float %x, ptr %out
  ret void
}

define ptx_kernel void @of_quads(ptr %in, ptr %out) {
  %x = load i128, ptr %in
  store i128 %x, ptr %out
  ret void
}

define ptx_kernel void @writes_nothing(ptr %in) {
  %x = load volatile float, ptr %in
  ret void
}

declare void @elsewhere(ptr)

define ptx_kernel void @calls_elsewhere(ptr %out) {
  call void @elsewhere(ptr %out)
  store float 1.0, ptr %out
  ret void
}
