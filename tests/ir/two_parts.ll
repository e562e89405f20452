; A loop with a recurrence over three iterations beside an independent part.
target triple = "nvptx64-nvidia-cuda"
define ptx_kernel void @parts(ptr noalias %b, ptr noalias %c, ptr noalias %out, i32 %n) {
entry:
  store float 1.0, ptr %out, align 4
  %o1 = getelementptr float, ptr %out, i64 1
  store float 2.0, ptr %o1, align 4
  %o2 = getelementptr float, ptr %out, i64 2
  store float 3.0, ptr %o2, align 4
  br label %head
head:
  %i = phi i32 [ 0, %entry ], [ %i1, %body ]
  %more = icmp slt i32 %i, %n
  br i1 %more, label %body, label %exit
body:
  %i1 = add nsw i32 %i, 1
  %i3 = add nsw i32 %i, 3
  %w = sext i32 %i to i64
  %w3 = sext i32 %i3 to i64
  %p = getelementptr float, ptr %out, i64 %w
  %p3 = getelementptr float, ptr %out, i64 %w3
  %x = load float, ptr %p, align 4
  %q = getelementptr float, ptr %b, i64 %w
  %y = load float, ptr %q, align 4
  %s = fadd float %x, %y
  store float %s, ptr %p3, align 4
  %r = getelementptr float, ptr %c, i64 %w
  %z = load float, ptr %r, align 4
  %t = fmul float %z, 3.0
  store float %t, ptr %r, align 4
  br label %head
exit:
  ret void
}
