; Two nested loops, of which the outer one counts columns: out[c] is the sum of a[k] * b[c * n + k].
target triple = "nvptx64-nvidia-cuda"
declare void @llvm.assume(i1)
define ptx_kernel void @nest(ptr noalias align 16 %a, ptr noalias align 16 %b, ptr noalias align 16 %out, i32 %n) {
entry:
  %some = icmp sgt i32 %n, 0
  call void @llvm.assume(i1 %some)
  %low = and i32 %n, 3
  %fours = icmp eq i32 %low, 0
  call void @llvm.assume(i1 %fours)
  br label %columns
columns:
  %c = phi i32 [ 0, %entry ], [ %c1, %done ]
  %left = icmp slt i32 %c, %n
  br i1 %left, label %sums, label %exit
sums:
  %k = phi i32 [ 0, %columns ], [ %k1, %add ]
  %sum = phi float [ 0.0, %columns ], [ %added, %add ]
  %more = icmp slt i32 %k, %n
  br i1 %more, label %add, label %done
add:
  %kw = sext i32 %k to i64
  %p = getelementptr inbounds float, ptr %a, i64 %kw
  %x = load float, ptr %p, align 4
  %cn = mul nsw i32 %c, %n
  %ck = add nsw i32 %cn, %k
  %w = sext i32 %ck to i64
  %q = getelementptr inbounds float, ptr %b, i64 %w
  %y = load float, ptr %q, align 4
  %xy = fmul float %x, %y
  %added = fadd float %sum, %xy
  %k1 = add nsw i32 %k, 1
  br label %sums
done:
  %cw = sext i32 %c to i64
  %o = getelementptr inbounds float, ptr %out, i64 %cw
  store float %sum, ptr %o, align 4
  %c1 = add nsw i32 %c, 1
  br label %columns
exit:
  ret void
}
