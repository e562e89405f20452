source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@_ZZ6lavamdE7partial = internal addrspace(3) global [4 x [32 x <4 x float>]] undef, align 16

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @lavamd(ptr noalias noundef %particle, ptr noalias noundef %force, i32 noundef %edge, i32 noundef %per) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %rem = urem i32 %0, 32
  %div = udiv i32 %0, 32
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %rem3 = srem i32 %1, %edge
  %div4 = sdiv i32 %1, %edge
  %rem5 = srem i32 %div4, %edge
  %div7 = sdiv i32 %div4, %edge
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %mul = mul i32 %2, 32
  %add = add i32 %mul, %rem
  %conv = sext i32 %1 to i64
  %conv9 = sext i32 %per to i64
  %mul10 = mul nsw i64 %conv, %conv9
  %sub = sub nsw i32 %per, 1
  %cmp.i = icmp slt i32 %add, %sub
  %add.sub = select i1 %cmp.i, i32 %add, i32 %sub
  %conv12 = sext i32 %add.sub to i64
  %add13 = add nsw i64 %mul10, %conv12
  %arrayidx = getelementptr inbounds <4 x float>, ptr %particle, i64 %add13
  %3 = load <4 x float>, ptr %arrayidx, align 16, !tbaa !7
  %sub14 = sub nsw i32 %rem3, 1
  %cmp.i24 = icmp sgt i32 %sub14, 0
  %cond.i26 = select i1 %cmp.i24, i32 %sub14, i32 0
  %sub16 = sub nsw i32 %rem5, 1
  %cmp.i30 = icmp sgt i32 %sub16, 0
  %cond.i32 = select i1 %cmp.i30, i32 %sub16, i32 0
  %sub18 = sub nsw i32 %div7, 1
  %cmp.i37 = icmp sgt i32 %sub18, 0
  %cond.i39 = select i1 %cmp.i37, i32 %sub18, i32 0
  %add20 = add nsw i32 %rem3, 1
  %sub21 = sub nsw i32 %edge, 1
  %cmp.i3 = icmp slt i32 %add20, %sub21
  %cond.i5 = select i1 %cmp.i3, i32 %add20, i32 %sub21
  %sub23 = sub nsw i32 %cond.i5, %cond.i26
  %add24 = add nsw i32 %sub23, 1
  %add25 = add nsw i32 %rem5, 1
  %cmp.i10 = icmp slt i32 %add25, %sub21
  %cond.i12 = select i1 %cmp.i10, i32 %add25, i32 %sub21
  %sub28 = sub nsw i32 %cond.i12, %cond.i32
  %add29 = add nsw i32 %sub28, 1
  %add30 = add nsw i32 %div7, 1
  %cmp.i17 = icmp slt i32 %add30, %sub21
  %cond.i19 = select i1 %cmp.i17, i32 %add30, i32 %sub21
  %sub33 = sub nsw i32 %cond.i19, %cond.i39
  %add34 = add nsw i32 %sub33, 1
  br label %for.cond

for.cond:                                         ; preds = %for.inc84, %entry
  %k.0 = phi i32 [ %div, %entry ], [ %add85, %for.inc84 ]
  %sum.0 = phi <4 x float> [ zeroinitializer, %entry ], [ %sum.1, %for.inc84 ]
  %mul35 = mul nsw i32 %add24, %add29
  %mul36 = mul nsw i32 %mul35, %add34
  %cmp = icmp slt i32 %k.0, %mul36
  br i1 %cmp, label %for.body, label %for.end86

for.body:                                         ; preds = %for.cond
  %rem37 = srem i32 %k.0, %add24
  %add38 = add nsw i32 %cond.i26, %rem37
  %div39 = sdiv i32 %k.0, %add24
  %rem40 = srem i32 %div39, %add29
  %add41 = add nsw i32 %cond.i32, %rem40
  %div43 = sdiv i32 %div39, %add29
  %add44 = add nsw i32 %cond.i39, %div43
  %mul45 = mul nsw i32 %add44, %edge
  %add46 = add nsw i32 %mul45, %add41
  %mul47 = mul nsw i32 %add46, %edge
  %add48 = add nsw i32 %mul47, %add38
  %conv49 = sext i32 %add48 to i64
  %mul51 = mul nsw i64 %conv49, %conv9
  %add.ptr = getelementptr inbounds <4 x float>, ptr %particle, i64 %mul51
  %4 = extractelement <4 x float> %3, i64 0
  %sub52 = sub nsw i32 %add38, %rem3
  %conv53 = sitofp i32 %sub52 to float
  %sub54 = fsub contract float %4, %conv53
  %5 = extractelement <4 x float> %3, i64 1
  %sub55 = sub nsw i32 %add41, %rem5
  %conv56 = sitofp i32 %sub55 to float
  %sub57 = fsub contract float %5, %conv56
  %6 = extractelement <4 x float> %3, i64 2
  %sub58 = sub nsw i32 %add44, %div7
  %conv59 = sitofp i32 %sub58 to float
  %sub60 = fsub contract float %6, %conv59
  br label %for.cond61

for.cond61:                                       ; preds = %for.body64, %for.body
  %j.0 = phi i32 [ 0, %for.body ], [ %inc, %for.body64 ]
  %sum.1 = phi <4 x float> [ %sum.0, %for.body ], [ %20, %for.body64 ]
  %cmp62 = icmp slt i32 %j.0, %per
  br i1 %cmp62, label %for.body64, label %for.inc84

for.body64:                                       ; preds = %for.cond61
  %idxprom = sext i32 %j.0 to i64
  %arrayidx65 = getelementptr inbounds <4 x float>, ptr %add.ptr, i64 %idxprom
  %7 = load <4 x float>, ptr %arrayidx65, align 16, !tbaa !7
  %8 = extractelement <4 x float> %7, i64 0
  %sub66 = fsub contract float %sub54, %8
  %9 = extractelement <4 x float> %7, i64 1
  %sub67 = fsub contract float %sub57, %9
  %10 = extractelement <4 x float> %7, i64 2
  %sub68 = fsub contract float %sub60, %10
  %11 = extractelement <4 x float> %7, i64 3
  %mul69 = fmul contract float %sub66, %sub66
  %mul70 = fmul contract float %sub67, %sub67
  %add71 = fadd contract float %mul69, %mul70
  %mul72 = fmul contract float %sub68, %sub68
  %add73 = fadd contract float %add71, %mul72
  %mul74 = fmul contract float -5.000000e-01, %add73
  %mul.i = fmul contract float %mul74, 0x3FF7154760000000
  %12 = call contract noundef float @llvm.nvvm.ex2.approx.f32(float %mul.i)
  %mul76 = fmul contract float %11, %12
  %13 = extractelement <4 x float> %sum.1, i64 0
  %add77 = fadd contract float %13, %mul76
  %14 = insertelement <4 x float> %sum.1, float %add77, i64 0
  %mul78 = fmul contract float %mul76, %sub66
  %15 = extractelement <4 x float> %14, i64 1
  %add79 = fadd contract float %15, %mul78
  %16 = insertelement <4 x float> %14, float %add79, i64 1
  %mul80 = fmul contract float %mul76, %sub67
  %17 = extractelement <4 x float> %16, i64 2
  %add81 = fadd contract float %17, %mul80
  %18 = insertelement <4 x float> %16, float %add81, i64 2
  %mul82 = fmul contract float %mul76, %sub68
  %19 = extractelement <4 x float> %18, i64 3
  %add83 = fadd contract float %19, %mul82
  %20 = insertelement <4 x float> %18, float %add83, i64 3
  %inc = add nsw i32 %j.0, 1
  br label %for.cond61, !llvm.loop !8

for.inc84:                                        ; preds = %for.cond61
  %add85 = add nsw i32 %k.0, 4
  br label %for.cond, !llvm.loop !11

for.end86:                                        ; preds = %for.cond
  %idxprom87 = sext i32 %div to i64
  %arrayidx88 = getelementptr inbounds [4 x [32 x <4 x float>]], ptr addrspacecast (ptr addrspace(3) @_ZZ6lavamdE7partial to ptr), i64 0, i64 %idxprom87
  %idxprom89 = sext i32 %rem to i64
  %arrayidx90 = getelementptr inbounds [32 x <4 x float>], ptr %arrayidx88, i64 0, i64 %idxprom89
  store <4 x float> %sum.0, ptr %arrayidx90, align 16, !tbaa !7
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %cmp91 = icmp eq i32 %div, 0
  %cmp92 = icmp slt i32 %add, %per
  %or.cond = and i1 %cmp91, %cmp92
  br i1 %or.cond, label %if.then, label %if.end

if.then:                                          ; preds = %for.end86
  %arrayidx94 = getelementptr inbounds [32 x <4 x float>], ptr addrspacecast (ptr addrspace(3) @_ZZ6lavamdE7partial to ptr), i64 0, i64 %idxprom89
  %21 = load <4 x float>, ptr %arrayidx94, align 16, !tbaa !7
  %arrayidx96 = getelementptr inbounds [32 x <4 x float>], ptr getelementptr inbounds ([4 x [32 x <4 x float>]], ptr addrspacecast (ptr addrspace(3) @_ZZ6lavamdE7partial to ptr), i64 0, i64 1), i64 0, i64 %idxprom89
  %22 = load <4 x float>, ptr %arrayidx96, align 16, !tbaa !7
  %add97 = fadd contract <4 x float> %21, %22
  %arrayidx99 = getelementptr inbounds [32 x <4 x float>], ptr getelementptr inbounds ([4 x [32 x <4 x float>]], ptr addrspacecast (ptr addrspace(3) @_ZZ6lavamdE7partial to ptr), i64 0, i64 2), i64 0, i64 %idxprom89
  %23 = load <4 x float>, ptr %arrayidx99, align 16, !tbaa !7
  %arrayidx101 = getelementptr inbounds [32 x <4 x float>], ptr getelementptr inbounds ([4 x [32 x <4 x float>]], ptr addrspacecast (ptr addrspace(3) @_ZZ6lavamdE7partial to ptr), i64 0, i64 3), i64 0, i64 %idxprom89
  %24 = load <4 x float>, ptr %arrayidx101, align 16, !tbaa !7
  %add102 = fadd contract <4 x float> %23, %24
  %add103 = fadd contract <4 x float> %add97, %add102
  %25 = extractelement <4 x float> %add103, i64 1
  %mul104 = fmul contract float %25, 2.000000e+00
  %26 = insertelement <4 x float> %add103, float %mul104, i64 1
  %27 = extractelement <4 x float> %26, i64 2
  %mul105 = fmul contract float %27, 2.000000e+00
  %28 = insertelement <4 x float> %26, float %mul105, i64 2
  %29 = extractelement <4 x float> %28, i64 3
  %mul106 = fmul contract float %29, 2.000000e+00
  %30 = insertelement <4 x float> %28, float %mul106, i64 3
  %conv110 = sext i32 %add to i64
  %add111 = add nsw i64 %mul10, %conv110
  %arrayidx112 = getelementptr inbounds <4 x float>, ptr %force, i64 %add111
  store <4 x float> %30, ptr %arrayidx112, align 16, !tbaa !7
  br label %if.end

if.end:                                           ; preds = %if.then, %for.end86
  ret void
}

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.y() #2

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(none)
declare float @llvm.nvvm.ex2.approx.f32(float) #3

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "nvvm.maxntid"="128" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { convergent nocallback nounwind }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #3 = { nocallback nofree nosync nounwind willreturn memory(none) }

!llvm.module.flags = !{!0, !1, !2}
!llvm.errno.tbaa = !{!3}

!0 = !{i32 1, !"wchar_size", i32 4}
!1 = !{i32 4, !"nvvm-reflect-ftz", i32 0}
!2 = !{i32 7, !"frame-pointer", i32 2}
!3 = !{!4, !4, i64 0}
!4 = !{!"int", !5, i64 0}
!5 = !{!"omnipotent char", !6, i64 0}
!6 = !{!"Simple C++ TBAA"}
!7 = !{!5, !5, i64 0}
!8 = distinct !{!8, !9, !10}
!9 = !{!"llvm.loop.mustprogress"}
!10 = !{!"llvm.loop.unroll.count", i32 4}
!11 = distinct !{!11, !9}
