; Columns outside, rows inside, of a matrix stored by rows.
target triple = "nvptx64-nvidia-cuda"
define ptx_kernel void @columns(ptr noalias %a, ptr noalias %out, i32 %n) {
entry:
  br label %outer
outer:
  %j = phi i64 [ 0, %entry ], [ %j1, %done ]
  %left = icmp slt i64 %j, 16
  br i1 %left, label %inner, label %exit
inner:
  %i = phi i64 [ 0, %outer ], [ %i1, %body ]
  %more = icmp slt i64 %i, 32
  br i1 %more, label %body, label %done
body:
  %p = getelementptr [32 x [16 x float]], ptr %a, i64 0, i64 %i, i64 %j
  %x = load float, ptr %p, align 4
  %y = fadd float %x, 1.0
  %q = getelementptr [32 x [16 x float]], ptr %out, i64 0, i64 %i, i64 %j
  store float %y, ptr %q, align 4
  %i1 = add nsw i64 %i, 1
  br label %inner
done:
  %j1 = add nsw i64 %j, 1
  br label %outer
exit:
  ret void
}
