; Whatever an edit may meet beside plain arithmetic: two functions, a switch whose cases share a target, nested loops with
; two latches, a block that nothing reaches, fields of structures, vectors, atomics, inline assembly, immediate arguments,
; convergent calls, an alloca, a global, half and double.
target triple = "nvptx64-nvidia-cuda"

%pair = type { i32, [4 x float], { double, half } }

@tile = internal addrspace(3) global [64 x float] undef, align 4
@table = internal addrspace(4) constant [4 x i32] [i32 1, i32 2, i32 4, i32 8], align 4

define internal float @blend(float %a, float %b, i1 %which) noinline {
entry:
  %sum = fadd float %a, %b
  br i1 %which, label %left, label %right
left:
  %l = fmul float %sum, 5.000000e-01
  br label %done
right:
  %r = fmul float %sum, %a
  br label %done
done:
  %v = phi float [ %l, %left ], [ %r, %right ]
  ret float %v
}

define ptx_kernel void @odd(ptr addrspace(1) %out, ptr %pairs, i32 %n, double %bias, <4 x float> %vector, i64 %wide) {
entry:
  %slot = alloca [4 x i32], align 4
  %t = call i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %lane = and i32 %t, 31
  %pair = getelementptr inbounds %pair, ptr %pairs, i32 %t, i32 1, i32 %lane
  %x = load float, ptr %pair, align 4
  %fieldp = getelementptr inbounds %pair, ptr %pairs, i32 %t, i32 2, i32 1
  %h = load half, ptr %fieldp, align 2
  %hx = fpext half %h to float
  %element = extractelement <4 x float> %vector, i32 2
  %vec2 = insertelement <4 x float> %vector, float %x, i32 %lane
  %shuffled = shufflevector <4 x float> %vec2, <4 x float> %vector, <4 x i32> <i32 0, i32 5, i32 2, i32 7>
  %vsum = fadd <4 x float> %shuffled, %vector
  %picked = extractelement <4 x float> %vsum, i32 0
  switch i32 %lane, label %outer [ i32 0, label %zero
                                   i32 1, label %zero
                                   i32 2, label %two ]
zero:
  %z = phi float [ %x, %entry ], [ %x, %entry ]
  br label %outer
two:
  %tw = fsub float %hx, %element
  br label %outer
outer:
  %acc = phi float [ %picked, %entry ], [ %z, %zero ], [ %tw, %two ], [ %acc2, %outer.latch ], [ %acc, %retry ]
  %i = phi i32 [ 0, %entry ], [ 0, %zero ], [ 0, %two ], [ %i.next, %outer.latch ], [ %i.again, %retry ]
  %tilep = getelementptr inbounds [64 x float], ptr addrspace(3) @tile, i32 0, i32 %lane
  store float %acc, ptr addrspace(3) %tilep, align 4
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br label %inner
inner:
  %j = phi i32 [ 0, %outer ], [ %j.next, %inner ]
  %part = phi float [ %acc, %outer ], [ %part.next, %inner ]
  %jp = getelementptr inbounds [64 x float], ptr addrspace(3) @tile, i32 0, i32 %j
  %jv = load float, ptr addrspace(3) %jp, align 4
  %part.next = call float @llvm.fmuladd.f32(float %jv, float %x, float %part)
  %j.next = add nuw nsw i32 %j, 1
  %j.more = icmp ult i32 %j.next, 8
  br i1 %j.more, label %inner, label %outer.check
outer.check:
  %up = call i32 @llvm.nvvm.shfl.sync.down.i32(i32 -1, i32 %i, i32 1, i32 31)
  %odd = trunc i32 %up to i1
  %i.again = add i32 %i, 2
  %again = icmp slt i32 %i.again, %n
  %both = and i1 %odd, %again
  br i1 %both, label %retry, label %outer.latch
retry:
  br label %outer
outer.latch:
  %blended = call float @blend(float %part.next, float %acc, i1 %odd)
  %acc2 = fdiv float %blended, %hx
  %slotp = getelementptr inbounds [4 x i32], ptr %slot, i64 0, i32 %lane
  store i32 %i, ptr %slotp, align 4
  %i.next = add nsw i32 %i, 1
  %more = icmp slt i32 %i.next, %n
  br i1 %more, label %outer, label %exit, !llvm.loop !0
island:
  %lost = add i32 %lost.next, 1
  %lost.next = add i32 %lost, %t
  br label %exit
exit:
  %last = load i32, ptr %slot, align 4
  %d = fpext float %acc to double
  %d2 = fmul double %d, %bias
  %d3 = select i1 false, double %d2, double %d
  %di = fptosi double %d3 to i64
  %wd = xor i64 %di, %wide
  %clock = call i32 asm sideeffect "mov.u32 $0, %clock;", "=r"()
  %add = call i32 asm "add.s32 $0, $1, $2;", "=r,r,n"(i32 %last, i32 7)
  %entryp = getelementptr inbounds [4 x i32], ptr addrspace(4) @table, i32 0, i32 3
  %eight = load i32, ptr addrspace(4) %entryp, align 4
  %old = atomicrmw add ptr addrspace(1) %out, i32 %eight monotonic, align 4
  %cas = cmpxchg ptr addrspace(1) %out, i32 %old, i32 %add monotonic monotonic, align 4
  %seen = extractvalue { i32, i1 } %cas, 0
  %sum = add i32 %seen, %clock
  %narrow = trunc i64 %wd to i32
  %sum2 = add i32 %sum, %narrow
  %max = call i32 @llvm.smax.i32(i32 %sum2, i32 %last)
  %abs = call i32 @llvm.abs.i32(i32 %max, i1 true)
  %outp = getelementptr inbounds i32, ptr addrspace(1) %out, i32 %t
  store i32 %abs, ptr addrspace(1) %outp, align 4
  ret void
}

declare i32 @llvm.nvvm.read.ptx.sreg.tid.x()
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32)
declare float @llvm.fmuladd.f32(float, float, float)
declare i32 @llvm.nvvm.shfl.sync.down.i32(i32, i32, i32, i32)
declare i32 @llvm.smax.i32(i32, i32)
declare i32 @llvm.abs.i32(i32, i1 immarg)

!0 = distinct !{!0, !1, !2}
!1 = !{!"llvm.loop.mustprogress"}
!2 = !{!"llvm.loop.unroll.count", i32 4}
