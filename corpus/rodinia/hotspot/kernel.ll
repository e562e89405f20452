source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@_ZZ7hotspotE3now = internal addrspace(3) global [16 x [16 x float]] undef, align 4
@_ZZ7hotspotE5watts = internal addrspace(3) global [16 x [16 x float]] undef, align 4

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @hotspot(ptr noundef %power, ptr noundef %temp, ptr noundef %next, i32 noundef %cols, i32 noundef %rows, i32 noundef %border, i32 noundef %steps) #0 {
entry:
  %conv = sitofp i32 %cols to float
  %div = fdiv contract float 0x3F90624DE0000000, %conv
  %conv1 = sitofp i32 %rows to float
  %div2 = fdiv contract float 0x3F90624DE0000000, %conv1
  %mul = fmul contract float 0x407B580020000000, %div
  %mul3 = fmul contract float %mul, %div2
  %mul4 = fmul contract float 0x3FB99999A0000000, %div2
  %div5 = fdiv contract float %div, %mul4
  %mul6 = fmul contract float 0x3FB99999A0000000, %div
  %div7 = fdiv contract float %div2, %mul6
  %mul8 = fmul contract float 1.000000e+02, %div2
  %mul9 = fmul contract float %mul8, %div
  %div10 = fdiv contract float 0x3F40624DE0000000, %mul9
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.y()
  %mul12 = mul nsw i32 2, %border
  %sub = sub nsw i32 16, %mul12
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %mul14 = mul nsw i32 %2, %sub
  %sub15 = sub nsw i32 %mul14, %border
  %add = add nsw i32 %sub15, %0
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %mul17 = mul nsw i32 %3, %sub
  %sub18 = sub nsw i32 %mul17, %border
  %add19 = add nsw i32 %sub18, %1
  %cmp = icmp sge i32 %add, 0
  %cmp20 = icmp slt i32 %add, %cols
  %or.cond = and i1 %cmp, %cmp20
  %cmp22 = icmp sge i32 %add19, 0
  %or.cond77 = select i1 %or.cond, i1 %cmp22, i1 false
  %cmp23 = icmp slt i32 %add19, %rows
  %spec.select = select i1 %or.cond77, i1 %cmp23, i1 false
  br i1 %spec.select, label %if.then, label %if.end

if.then:                                          ; preds = %entry
  %mul24 = mul nsw i32 %add19, %cols
  %add25 = add nsw i32 %mul24, %add
  %idxprom = sext i32 %add25 to i64
  %arrayidx = getelementptr inbounds float, ptr %temp, i64 %idxprom
  %4 = load float, ptr %arrayidx, align 4, !tbaa !7
  %idxprom26 = sext i32 %1 to i64
  %arrayidx27 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ7hotspotE3now to ptr), i64 0, i64 %idxprom26
  %idxprom28 = sext i32 %0 to i64
  %arrayidx29 = getelementptr inbounds [16 x float], ptr %arrayidx27, i64 0, i64 %idxprom28
  store float %4, ptr %arrayidx29, align 4, !tbaa !7
  %arrayidx33 = getelementptr inbounds float, ptr %power, i64 %idxprom
  %5 = load float, ptr %arrayidx33, align 4, !tbaa !7
  %arrayidx35 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ7hotspotE5watts to ptr), i64 0, i64 %idxprom26
  %arrayidx37 = getelementptr inbounds [16 x float], ptr %arrayidx35, i64 0, i64 %idxprom28
  store float %5, ptr %arrayidx37, align 4, !tbaa !7
  br label %if.end

if.end:                                           ; preds = %if.then, %entry
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %cmp38 = icmp sgt i32 %add, 0
  %sub39 = sub nsw i32 %0, 1
  %cond = select i1 %cmp38, i32 %sub39, i32 %0
  %sub40 = sub nsw i32 %cols, 1
  %cmp41 = icmp slt i32 %add, %sub40
  %add43 = add nsw i32 %0, 1
  %cond46 = select i1 %cmp41, i32 %add43, i32 %0
  %cmp47 = icmp sgt i32 %add19, 0
  %sub49 = sub nsw i32 %1, 1
  %cond52 = select i1 %cmp47, i32 %sub49, i32 %1
  %sub53 = sub nsw i32 %rows, 1
  %cmp54 = icmp slt i32 %add19, %sub53
  %add56 = add nsw i32 %1, 1
  %cond59 = select i1 %cmp54, i32 %add56, i32 %1
  br label %for.cond

for.cond:                                         ; preds = %if.end136, %if.end
  %i.0 = phi i32 [ 0, %if.end ], [ %inc, %if.end136 ]
  %cmp60 = icmp slt i32 %i.0, %steps
  br i1 %cmp60, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %cmp61 = icmp sgt i32 %0, %i.0
  br i1 %cmp61, label %land.lhs.true62, label %land.end70

land.lhs.true62:                                  ; preds = %for.body
  %sub63 = sub nsw i32 15, %i.0
  %cmp64 = icmp slt i32 %0, %sub63
  %cmp66 = icmp sgt i32 %1, %i.0
  %or.cond78 = and i1 %cmp64, %cmp66
  %cmp69 = icmp slt i32 %1, %sub63
  %spec.select87 = select i1 %or.cond78, i1 %cmp69, i1 false
  br label %land.end70

land.end70:                                       ; preds = %land.lhs.true62, %for.body
  %6 = phi i1 [ false, %for.body ], [ %spec.select87, %land.lhs.true62 ]
  %.not = xor i1 %spec.select, true
  %.not79 = xor i1 %6, true
  %brmerge = or i1 %.not, %.not79
  br i1 %brmerge, label %if.end127, label %if.then75

if.then75:                                        ; preds = %land.end70
  %idxprom76 = sext i32 %1 to i64
  %arrayidx77 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ7hotspotE3now to ptr), i64 0, i64 %idxprom76
  %idxprom78 = sext i32 %0 to i64
  %arrayidx79 = getelementptr inbounds [16 x float], ptr %arrayidx77, i64 0, i64 %idxprom78
  %7 = load float, ptr %arrayidx79, align 4, !tbaa !7
  %conv80 = fpext contract float %7 to double
  %div81 = fdiv contract float 0x3E8392CBA0000000, %mul3
  %conv82 = fpext contract float %div81 to double
  %arrayidx84 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ7hotspotE5watts to ptr), i64 0, i64 %idxprom76
  %arrayidx86 = getelementptr inbounds [16 x float], ptr %arrayidx84, i64 0, i64 %idxprom78
  %8 = load float, ptr %arrayidx86, align 4, !tbaa !7
  %conv87 = fpext contract float %8 to double
  %idxprom88 = sext i32 %cond59 to i64
  %arrayidx89 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ7hotspotE3now to ptr), i64 0, i64 %idxprom88
  %arrayidx91 = getelementptr inbounds [16 x float], ptr %arrayidx89, i64 0, i64 %idxprom78
  %9 = load float, ptr %arrayidx91, align 4, !tbaa !7
  %idxprom92 = sext i32 %cond52 to i64
  %arrayidx93 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ7hotspotE3now to ptr), i64 0, i64 %idxprom92
  %arrayidx95 = getelementptr inbounds [16 x float], ptr %arrayidx93, i64 0, i64 %idxprom78
  %10 = load float, ptr %arrayidx95, align 4, !tbaa !7
  %add96 = fadd contract float %9, %10
  %conv97 = fpext contract float %add96 to double
  %mul99 = fmul contract double 2.000000e+00, %conv80
  %sub100 = fsub contract double %conv97, %mul99
  %conv101 = fpext contract float %div7 to double
  %div102 = fdiv contract double %sub100, %conv101
  %add103 = fadd contract double %conv87, %div102
  %idxprom106 = sext i32 %cond46 to i64
  %arrayidx107 = getelementptr inbounds [16 x float], ptr %arrayidx77, i64 0, i64 %idxprom106
  %11 = load float, ptr %arrayidx107, align 4, !tbaa !7
  %idxprom110 = sext i32 %cond to i64
  %arrayidx111 = getelementptr inbounds [16 x float], ptr %arrayidx77, i64 0, i64 %idxprom110
  %12 = load float, ptr %arrayidx111, align 4, !tbaa !7
  %add112 = fadd contract float %11, %12
  %conv113 = fpext contract float %add112 to double
  %sub116 = fsub contract double %conv113, %mul99
  %conv117 = fpext contract float %div5 to double
  %div118 = fdiv contract double %sub116, %conv117
  %add119 = fadd contract double %add103, %div118
  %sub120 = fsub contract float 8.000000e+01, %7
  %div121 = fdiv contract float %sub120, %div10
  %conv122 = fpext contract float %div121 to double
  %add123 = fadd contract double %add119, %conv122
  %mul124 = fmul contract double %conv82, %add123
  %add125 = fadd contract double %conv80, %mul124
  %conv126 = fptrunc contract double %add125 to float
  br label %if.end127

if.end127:                                        ; preds = %land.end70, %if.then75
  %then.0 = phi float [ %conv126, %if.then75 ], [ 0.000000e+00, %land.end70 ]
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %.not80 = xor i1 %spec.select, true
  %.not81 = xor i1 %6, true
  %brmerge82 = or i1 %.not80, %.not81
  br i1 %brmerge82, label %if.end136, label %if.then131

if.then131:                                       ; preds = %if.end127
  %idxprom132 = sext i32 %1 to i64
  %arrayidx133 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ7hotspotE3now to ptr), i64 0, i64 %idxprom132
  %idxprom134 = sext i32 %0 to i64
  %arrayidx135 = getelementptr inbounds [16 x float], ptr %arrayidx133, i64 0, i64 %idxprom134
  store float %then.0, ptr %arrayidx135, align 4, !tbaa !7
  br label %if.end136

if.end136:                                        ; preds = %if.end127, %if.then131
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %inc = add nsw i32 %i.0, 1
  br label %for.cond, !llvm.loop !9

for.end:                                          ; preds = %for.cond
  %cmp137 = icmp sge i32 %0, %border
  br i1 %cmp137, label %land.lhs.true138, label %land.end146

land.lhs.true138:                                 ; preds = %for.end
  %sub139 = sub nsw i32 16, %border
  %cmp140 = icmp slt i32 %0, %sub139
  %cmp142 = icmp sge i32 %1, %border
  %or.cond83 = and i1 %cmp140, %cmp142
  %cmp145 = icmp slt i32 %1, %sub139
  %spec.select88 = select i1 %or.cond83, i1 %cmp145, i1 false
  br label %land.end146

land.end146:                                      ; preds = %land.lhs.true138, %for.end
  %13 = phi i1 [ false, %for.end ], [ %spec.select88, %land.lhs.true138 ]
  %.not84 = xor i1 %spec.select, true
  %.not85 = xor i1 %13, true
  %brmerge86 = or i1 %.not84, %.not85
  br i1 %brmerge86, label %if.end160, label %if.then151

if.then151:                                       ; preds = %land.end146
  %idxprom152 = sext i32 %1 to i64
  %arrayidx153 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ7hotspotE3now to ptr), i64 0, i64 %idxprom152
  %idxprom154 = sext i32 %0 to i64
  %arrayidx155 = getelementptr inbounds [16 x float], ptr %arrayidx153, i64 0, i64 %idxprom154
  %14 = load float, ptr %arrayidx155, align 4, !tbaa !7
  %mul156 = mul nsw i32 %add19, %cols
  %add157 = add nsw i32 %mul156, %add
  %idxprom158 = sext i32 %add157 to i64
  %arrayidx159 = getelementptr inbounds float, ptr %next, i64 %idxprom158
  store float %14, ptr %arrayidx159, align 4, !tbaa !7
  br label %if.end160

if.end160:                                        ; preds = %land.end146, %if.then151
  ret void
}

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.y() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.y() #2

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { convergent nocallback nounwind }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }

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
