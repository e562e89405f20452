; A device library of two functions: one asks about the device, the other is called by nobody.
target triple = "nvptx64-nvidia-gpulibs"

@ftz = private constant [11 x i8] c"__CUDA_FTZ\00"

declare i32 @__nvvm_reflect(ptr)

define float @__nv_twice(float %x) {
  %flushes = call i32 @__nvvm_reflect(ptr @ftz)
  %flush = icmp ne i32 %flushes, 0
  br i1 %flush, label %other, label %usual

other:
  ret float 0.0

usual:
  %y = fadd float %x, %x
  ret float %y
}

define float @__nv_unused(float %x) {
  ret float %x
}
