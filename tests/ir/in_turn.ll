; Two loops, one after the other, that count alike: b[i] = a[i] + 1 and out[i] = a[i] * 3.
target triple = "nvptx64-nvidia-cuda"
define ptx_kernel void @turns(ptr noalias %a, ptr noalias %b, ptr noalias %out, i32 %n) {
entry:
  br label %head
head:
  %i = phi i32 [ 0, %entry ], [ %i1, %body ]
  %more = icmp slt i32 %i, 6
  br i1 %more, label %body, label %between
body:
  %w = zext i32 %i to i64
  %p = getelementptr float, ptr %a, i64 %w
  %x = load float, ptr %p, align 4
  %y = fadd float %x, 1.0
  %q = getelementptr float, ptr %b, i64 %w
  store float %y, ptr %q, align 4
  %i1 = add nuw nsw i32 %i, 1
  br label %head
between:
  br label %head2
head2:
  %j = phi i32 [ 0, %between ], [ %j1, %body2 ]
  %more2 = icmp slt i32 %j, 6
  br i1 %more2, label %body2, label %exit
body2:
  %v = zext i32 %j to i64
  %r = getelementptr float, ptr %a, i64 %v
  %z = load float, ptr %r, align 4
  %t = fmul float %z, 3.0
  %o = getelementptr float, ptr %out, i64 %v
  store float %t, ptr %o, align 4
  %j1 = add nuw nsw i32 %j, 1
  br label %head2
exit:
  ret void
}
