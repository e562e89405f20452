; Calls a function of the device library, as a front end leaves it when it links none.
target triple = "nvptx64-nvidia-cuda"

declare float @__nv_twice(float)

define ptx_kernel void @twice(ptr %in, ptr %out, i32 %n) {
  %block = call i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %size = call i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %thread = call i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %first = mul i32 %block, %size
  %i = add i32 %first, %thread
  %inside = icmp slt i32 %i, %n
  br i1 %inside, label %work, label %done

work:
  %at = sext i32 %i to i64
  %from = getelementptr float, ptr %in, i64 %at
  %x = load float, ptr %from
  %y = call float @__nv_twice(float %x)
  %to = getelementptr float, ptr %out, i64 %at
  store float %y, ptr %to
  br label %done

done:
  ret void
}

declare i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
declare i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
declare i32 @llvm.nvvm.read.ptx.sreg.tid.x()
