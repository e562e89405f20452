source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@_ZZ6lavamdE5other = internal addrspace(3) global [512 x float] undef, align 4

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @lavamd(ptr noundef %particle, ptr noundef %force, i32 noundef %edge, i32 noundef %per) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %rem = srem i32 %0, %edge
  %div = sdiv i32 %0, %edge
  %rem1 = srem i32 %div, %edge
  %div3 = sdiv i32 %div, %edge
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  br label %for.cond

for.cond:                                         ; preds = %for.body, %entry
  %i.0 = phi i32 [ %1, %entry ], [ %add10, %for.body ]
  %mul = mul nsw i32 4, %per
  %cmp = icmp slt i32 %i.0, %mul
  br i1 %cmp, label %for.body, label %for.cond11

for.body:                                         ; preds = %for.cond
  %conv = sext i32 %0 to i64
  %conv5 = sext i32 %per to i64
  %mul6 = mul nsw i64 %conv, %conv5
  %mul7 = mul nsw i64 %mul6, 4
  %conv8 = sext i32 %i.0 to i64
  %add = add nsw i64 %mul7, %conv8
  %arrayidx = getelementptr inbounds float, ptr %force, i64 %add
  store float 0.000000e+00, ptr %arrayidx, align 4, !tbaa !7
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %add10 = add i32 %i.0, %2
  br label %for.cond, !llvm.loop !9

for.cond11:                                       ; preds = %for.cond, %for.inc141
  %k.0 = phi i32 [ %inc142, %for.inc141 ], [ 0, %for.cond ]
  %cmp12 = icmp slt i32 %k.0, 27
  br i1 %cmp12, label %for.body14, label %for.end144

for.body14:                                       ; preds = %for.cond11
  %rem15 = srem i32 %k.0, 3
  %sub = sub nsw i32 %rem15, 1
  %div16 = sdiv i32 %k.0, 3
  %rem17 = srem i32 %div16, 3
  %sub18 = sub nsw i32 %rem17, 1
  %div19 = sdiv i32 %k.0, 9
  %sub20 = sub nsw i32 %div19, 1
  %add21 = add nsw i32 %rem, %sub
  %cmp22 = icmp slt i32 %add21, 0
  %cmp24 = icmp sge i32 %add21, %edge
  %or.cond = or i1 %cmp22, %cmp24
  br i1 %or.cond, label %for.inc141, label %lor.lhs.false25

lor.lhs.false25:                                  ; preds = %for.body14
  %add26 = add nsw i32 %rem1, %sub18
  %cmp27 = icmp slt i32 %add26, 0
  %cmp30 = icmp sge i32 %add26, %edge
  %or.cond80 = or i1 %cmp27, %cmp30
  br i1 %or.cond80, label %for.inc141, label %lor.lhs.false31

lor.lhs.false31:                                  ; preds = %lor.lhs.false25
  %add32 = add nsw i32 %div3, %sub20
  %cmp33 = icmp slt i32 %add32, 0
  %cmp36 = icmp sge i32 %add32, %edge
  %or.cond81 = or i1 %cmp33, %cmp36
  br i1 %or.cond81, label %for.inc141, label %if.end

if.end:                                           ; preds = %lor.lhs.false31
  %mul37 = mul nsw i32 %sub20, %edge
  %add38 = add nsw i32 %mul37, %sub18
  %mul39 = mul nsw i32 %add38, %edge
  %add40 = add nsw i32 %0, %mul39
  %add41 = add nsw i32 %add40, %sub
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br label %for.cond44

for.cond44:                                       ; preds = %for.body48, %if.end
  %i42.0 = phi i32 [ %1, %if.end ], [ %add59, %for.body48 ]
  %cmp46 = icmp slt i32 %i42.0, %mul
  br i1 %cmp46, label %for.body48, label %for.end60

for.body48:                                       ; preds = %for.cond44
  %conv49 = sext i32 %add41 to i64
  %conv50 = sext i32 %per to i64
  %mul51 = mul nsw i64 %conv49, %conv50
  %mul52 = mul nsw i64 %mul51, 4
  %conv53 = sext i32 %i42.0 to i64
  %add54 = add nsw i64 %mul52, %conv53
  %arrayidx55 = getelementptr inbounds float, ptr %particle, i64 %add54
  %3 = load float, ptr %arrayidx55, align 4, !tbaa !7
  %arrayidx56 = getelementptr inbounds [512 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ6lavamdE5other to ptr), i64 0, i64 %conv53
  store float %3, ptr %arrayidx56, align 4, !tbaa !7
  %4 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %add59 = add i32 %i42.0, %4
  br label %for.cond44, !llvm.loop !11

for.end60:                                        ; preds = %for.cond44
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br label %for.cond63

for.cond63:                                       ; preds = %for.inc135, %for.end60
  %i61.0 = phi i32 [ %1, %for.end60 ], [ %add137, %for.inc135 ]
  %cmp64 = icmp slt i32 %i61.0, %per
  br i1 %cmp64, label %for.body66, label %for.inc141

for.body66:                                       ; preds = %for.cond63
  %conv67 = sext i32 %0 to i64
  %conv68 = sext i32 %per to i64
  %mul69 = mul nsw i64 %conv67, %conv68
  %conv70 = sext i32 %i61.0 to i64
  %add71 = add nsw i64 %mul69, %conv70
  %mul72 = mul nsw i64 %add71, 4
  %add.ptr = getelementptr inbounds float, ptr %particle, i64 %mul72
  %add.ptr79 = getelementptr inbounds float, ptr %force, i64 %mul72
  br label %for.cond80

for.cond80:                                       ; preds = %for.body83, %for.body66
  %j.0 = phi i32 [ 0, %for.body66 ], [ %inc, %for.body83 ]
  %cmp81 = icmp slt i32 %j.0, %per
  br i1 %cmp81, label %for.body83, label %for.inc135

for.body83:                                       ; preds = %for.cond80
  %5 = load float, ptr %add.ptr, align 4, !tbaa !7
  %mul85 = mul nsw i32 4, %j.0
  %idxprom86 = sext i32 %mul85 to i64
  %arrayidx87 = getelementptr inbounds [512 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ6lavamdE5other to ptr), i64 0, i64 %idxprom86
  %6 = load float, ptr %arrayidx87, align 4, !tbaa !7
  %conv88 = sitofp i32 %sub to float
  %add89 = fadd contract float %6, %conv88
  %sub90 = fsub contract float %5, %add89
  %arrayidx91 = getelementptr inbounds float, ptr %add.ptr, i64 1
  %7 = load float, ptr %arrayidx91, align 4, !tbaa !7
  %add93 = add nsw i32 %mul85, 1
  %idxprom94 = sext i32 %add93 to i64
  %arrayidx95 = getelementptr inbounds [512 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ6lavamdE5other to ptr), i64 0, i64 %idxprom94
  %8 = load float, ptr %arrayidx95, align 4, !tbaa !7
  %conv96 = sitofp i32 %sub18 to float
  %add97 = fadd contract float %8, %conv96
  %sub98 = fsub contract float %7, %add97
  %arrayidx99 = getelementptr inbounds float, ptr %add.ptr, i64 2
  %9 = load float, ptr %arrayidx99, align 4, !tbaa !7
  %add101 = add nsw i32 %mul85, 2
  %idxprom102 = sext i32 %add101 to i64
  %arrayidx103 = getelementptr inbounds [512 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ6lavamdE5other to ptr), i64 0, i64 %idxprom102
  %10 = load float, ptr %arrayidx103, align 4, !tbaa !7
  %conv104 = sitofp i32 %sub20 to float
  %add105 = fadd contract float %10, %conv104
  %sub106 = fsub contract float %9, %add105
  %add108 = add nsw i32 %mul85, 3
  %idxprom109 = sext i32 %add108 to i64
  %arrayidx110 = getelementptr inbounds [512 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ6lavamdE5other to ptr), i64 0, i64 %idxprom109
  %11 = load float, ptr %arrayidx110, align 4, !tbaa !7
  %mul111 = fmul contract float %sub90, %sub90
  %mul112 = fmul contract float %sub98, %sub98
  %add113 = fadd contract float %mul111, %mul112
  %mul114 = fmul contract float %sub106, %sub106
  %add115 = fadd contract float %add113, %mul114
  %mul116 = fmul contract float -5.000000e-01, %add115
  %mul.i = fmul contract float %mul116, 0x3FF7154760000000
  %12 = call contract noundef float @llvm.rint.f32(float %mul.i)
  %13 = call contract noundef float @llvm.maxnum.f32(float %12, float -1.260000e+02)
  %14 = call contract noundef float @llvm.minnum.f32(float %13, float 1.270000e+02)
  %fneg.i = fneg contract float %14
  %15 = call contract noundef float @llvm.fma.f32(float %mul116, float 0x3FF7154760000000, float %fneg.i)
  %16 = call contract noundef float @llvm.fma.f32(float %mul116, float 0x3E54AE0C00000000, float %15)
  %17 = call contract float @llvm.nvvm.ex2.approx.f32(float %16)
  %18 = call contract float @llvm.nvvm.ex2.approx.f32(float %14)
  %mul5.i = fmul contract float %17, %18
  %mul118 = fmul contract float %11, %mul5.i
  %19 = load float, ptr %add.ptr79, align 4, !tbaa !7
  %add120 = fadd contract float %19, %mul118
  store float %add120, ptr %add.ptr79, align 4, !tbaa !7
  %mul121 = fmul contract float 2.000000e+00, %mul118
  %mul122 = fmul contract float %mul121, %sub90
  %arrayidx123 = getelementptr inbounds float, ptr %add.ptr79, i64 1
  %20 = load float, ptr %arrayidx123, align 4, !tbaa !7
  %add124 = fadd contract float %20, %mul122
  store float %add124, ptr %arrayidx123, align 4, !tbaa !7
  %mul126 = fmul contract float %mul121, %sub98
  %arrayidx127 = getelementptr inbounds float, ptr %add.ptr79, i64 2
  %21 = load float, ptr %arrayidx127, align 4, !tbaa !7
  %add128 = fadd contract float %21, %mul126
  store float %add128, ptr %arrayidx127, align 4, !tbaa !7
  %mul130 = fmul contract float %mul121, %sub106
  %arrayidx131 = getelementptr inbounds float, ptr %add.ptr79, i64 3
  %22 = load float, ptr %arrayidx131, align 4, !tbaa !7
  %add132 = fadd contract float %22, %mul130
  store float %add132, ptr %arrayidx131, align 4, !tbaa !7
  %inc = add nsw i32 %j.0, 1
  br label %for.cond80, !llvm.loop !12

for.inc135:                                       ; preds = %for.cond80
  %23 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %add137 = add i32 %i61.0, %23
  br label %for.cond63, !llvm.loop !13

for.inc141:                                       ; preds = %lor.lhs.false31, %lor.lhs.false25, %for.body14, %for.cond63
  %inc142 = add nsw i32 %k.0, 1
  br label %for.cond11, !llvm.loop !14

for.end144:                                       ; preds = %for.cond11
  ret void
}

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #2

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(none)
declare float @llvm.nvvm.ex2.approx.f32(float) #3

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.minnum.f32(float, float) #4

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.maxnum.f32(float, float) #4

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.rint.f32(float) #4

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.fma.f32(float, float, float) #4

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { convergent nocallback nounwind }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #3 = { nocallback nofree nosync nounwind willreturn memory(none) }
attributes #4 = { nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }

!llvm.module.flags = !{!0, !1, !2}
!llvm.errno.tbaa = !{!3}

!0 = !{i32 1, !"wchar_size", i32 4}
!1 = !{i32 4, !"nvvm-reflect-ftz", i32 0}
!2 = !{i32 7, !"frame-pointer", i32 2}
!3 = !{!4, !4, i64 0}
!4 = !{!"int", !5, i64 0}
!5 = !{!"omnipotent char", !6, i64 0}
!6 = !{!"Simple C++ TBAA"}
!7 = !{!8, !8, i64 0}
!8 = !{!"float", !5, i64 0}
!9 = distinct !{!9, !10}
!10 = !{!"llvm.loop.mustprogress"}
!11 = distinct !{!11, !10}
!12 = distinct !{!12, !10}
!13 = distinct !{!13, !10}
!14 = distinct !{!14, !10}
