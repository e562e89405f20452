source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@_ZZ7hotspotE4edge = internal addrspace(3) global [2 x [8 x [2 x [32 x float]]]] undef, align 4

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @hotspot(ptr noalias noundef %power, ptr noalias noundef %temp, ptr noalias noundef %next, i32 noundef %cols, i32 noundef %rows, i32 noundef %border, i32 noundef %steps) #0 {
entry:
  %here = alloca [4 x float], align 4
  %heat = alloca [4 x float], align 4
  %conv = sitofp i32 %cols to float
  %div = fdiv contract float 0x3F90624DE0000000, %conv
  %conv1 = sitofp i32 %rows to float
  %div2 = fdiv contract float 0x3F90624DE0000000, %conv1
  %mul = fmul contract float 0x407B580020000000, %div
  %mul3 = fmul contract float %mul, %div2
  %div4 = fdiv contract float 0x3E8392CBA0000000, %mul3
  %mul5 = fmul contract float %div4, 0x3FB99999A0000000
  %div6 = fdiv contract float %div2, %div
  %mul7 = fmul contract float %mul5, %div6
  %div9 = fdiv contract float %div, %div2
  %mul10 = fmul contract float %mul5, %div9
  %mul11 = fmul contract float %div4, 0x410869FFE0000000
  %mul12 = fmul contract float %div2, %div
  %mul13 = fmul contract float %mul11, %mul12
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.y()
  %mul15 = mul nsw i32 2, %border
  %sub = sub nsw i32 32, %mul15
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %mul17 = mul nsw i32 %2, %sub
  %sub18 = sub nsw i32 %mul17, %border
  %add = add nsw i32 %sub18, %0
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %mul20 = mul nsw i32 %3, %sub
  %sub21 = sub nsw i32 %mul20, %border
  %mul22 = mul nsw i32 %1, 4
  %add23 = add nsw i32 %sub21, %mul22
  %cmp.i17 = icmp sgt i32 %add, 0
  %add. = select i1 %cmp.i17, i32 %add, i32 0
  %sub25 = sub nsw i32 %cols, 1
  %cmp.i = icmp slt i32 %add., %sub25
  %cond.i = select i1 %cmp.i, i32 %add., i32 %sub25
  call void @llvm.lifetime.start.p0(ptr %here) #6
  call void @llvm.lifetime.start.p0(ptr %heat) #6
  br label %for.cond

for.cond:                                         ; preds = %for.body, %entry
  %r.0 = phi i32 [ 0, %entry ], [ %inc, %for.body ]
  %cmp = icmp slt i32 %r.0, 4
  br i1 %cmp, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %add27 = add nsw i32 %add23, %r.0
  %cmp.i23 = icmp sgt i32 %add27, 0
  %add27. = select i1 %cmp.i23, i32 %add27, i32 0
  %sub29 = sub nsw i32 %rows, 1
  %cmp.i3 = icmp slt i32 %add27., %sub29
  %cond.i5 = select i1 %cmp.i3, i32 %add27., i32 %sub29
  %mul31 = mul nsw i32 %cond.i5, %cols
  %add32 = add nsw i32 %mul31, %cond.i
  %idxprom = sext i32 %add32 to i64
  %arrayidx = getelementptr inbounds float, ptr %temp, i64 %idxprom
  %4 = load float, ptr %arrayidx, align 4, !tbaa !7
  %idxprom33 = sext i32 %r.0 to i64
  %arrayidx34 = getelementptr inbounds [4 x float], ptr %here, i64 0, i64 %idxprom33
  store float %4, ptr %arrayidx34, align 4, !tbaa !7
  %arrayidx36 = getelementptr inbounds float, ptr %power, i64 %idxprom
  %5 = load float, ptr %arrayidx36, align 4, !tbaa !7
  %mul37 = fmul contract float %mul13, 8.000000e+01
  %6 = call contract noundef float @llvm.fma.f32(float %div4, float %5, float %mul37)
  %arrayidx40 = getelementptr inbounds [4 x float], ptr %heat, i64 0, i64 %idxprom33
  store float %6, ptr %arrayidx40, align 4, !tbaa !7
  %inc = add nsw i32 %r.0, 1
  br label %for.cond, !llvm.loop !9

for.end:                                          ; preds = %for.cond
  %7 = load float, ptr %here, align 4, !tbaa !7
  %idxprom42 = sext i32 %1 to i64
  %arrayidx43 = getelementptr inbounds [8 x [2 x [32 x float]]], ptr addrspacecast (ptr addrspace(3) @_ZZ7hotspotE4edge to ptr), i64 0, i64 %idxprom42
  %idxprom45 = sext i32 %0 to i64
  %arrayidx46 = getelementptr inbounds [32 x float], ptr %arrayidx43, i64 0, i64 %idxprom45
  store float %7, ptr %arrayidx46, align 4, !tbaa !7
  %arrayidx47 = getelementptr inbounds [4 x float], ptr %here, i64 0, i64 3
  %8 = load float, ptr %arrayidx47, align 4, !tbaa !7
  %arrayidx50 = getelementptr inbounds [2 x [32 x float]], ptr %arrayidx43, i64 0, i64 1
  %arrayidx52 = getelementptr inbounds [32 x float], ptr %arrayidx50, i64 0, i64 %idxprom45
  store float %8, ptr %arrayidx52, align 4, !tbaa !7
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %cmp53 = icmp sle i32 %add, 0
  %cmp55 = icmp sge i32 %add, %sub25
  %sub57 = sub nsw i32 %1, 1
  %cmp.i30 = icmp sgt i32 %sub57, 0
  %sub57. = select i1 %cmp.i30, i32 %sub57, i32 0
  %add59 = add nsw i32 %1, 1
  %cmp.i10 = icmp slt i32 %add59, 7
  %cond.i12 = select i1 %cmp.i10, i32 %add59, i32 7
  br label %for.cond61

for.cond61:                                       ; preds = %for.inc154, %for.end
  %i.0 = phi i32 [ 0, %for.end ], [ %add133, %for.inc154 ]
  %cmp62 = icmp slt i32 %i.0, %steps
  br i1 %cmp62, label %for.body64, label %for.end156

for.body64:                                       ; preds = %for.cond61
  %and = and i32 %i.0, 1
  %idxprom65 = sext i32 %and to i64
  %arrayidx66 = getelementptr inbounds [2 x [8 x [2 x [32 x float]]]], ptr addrspacecast (ptr addrspace(3) @_ZZ7hotspotE4edge to ptr), i64 0, i64 %idxprom65
  %idxprom67 = sext i32 %sub57. to i64
  %arrayidx68 = getelementptr inbounds [8 x [2 x [32 x float]]], ptr %arrayidx66, i64 0, i64 %idxprom67
  %arrayidx69 = getelementptr inbounds [2 x [32 x float]], ptr %arrayidx68, i64 0, i64 1
  %arrayidx71 = getelementptr inbounds [32 x float], ptr %arrayidx69, i64 0, i64 %idxprom45
  %9 = load float, ptr %arrayidx71, align 4, !tbaa !7
  %idxprom75 = sext i32 %cond.i12 to i64
  %arrayidx76 = getelementptr inbounds [8 x [2 x [32 x float]]], ptr %arrayidx66, i64 0, i64 %idxprom75
  %arrayidx79 = getelementptr inbounds [32 x float], ptr %arrayidx76, i64 0, i64 %idxprom45
  %10 = load float, ptr %arrayidx79, align 4, !tbaa !7
  br label %for.cond81

for.cond81:                                       ; preds = %cond.end, %for.body64
  %r80.0 = phi i32 [ 0, %for.body64 ], [ %add89, %cond.end ]
  %above.0 = phi float [ %9, %for.body64 ], [ %11, %cond.end ]
  %cmp82 = icmp slt i32 %r80.0, 4
  br i1 %cmp82, label %for.body84, label %for.end132

for.body84:                                       ; preds = %for.cond81
  %idxprom85 = sext i32 %r80.0 to i64
  %arrayidx86 = getelementptr inbounds [4 x float], ptr %here, i64 0, i64 %idxprom85
  %11 = load float, ptr %arrayidx86, align 4, !tbaa !7
  %12 = call contract noundef float @llvm.nvvm.shfl.sync.up.f32(i32 -1, float %11, i32 1, i32 0)
  %13 = call contract noundef float @llvm.nvvm.shfl.sync.down.f32(i32 -1, float %11, i32 1, i32 31)
  %add89 = add nsw i32 %r80.0, 1
  %cmp90 = icmp slt i32 %add89, 4
  br i1 %cmp90, label %cond.true, label %cond.end

cond.true:                                        ; preds = %for.body84
  %idxprom92 = sext i32 %add89 to i64
  %arrayidx93 = getelementptr inbounds [4 x float], ptr %here, i64 0, i64 %idxprom92
  %14 = load float, ptr %arrayidx93, align 4, !tbaa !7
  br label %cond.end

cond.end:                                         ; preds = %for.body84, %cond.true
  %cond = phi contract float [ %14, %cond.true ], [ %10, %for.body84 ]
  %. = select contract i1 %cmp53, float %11, float %12
  %cond102 = select contract i1 %cmp55, float %11, float %13
  %add103 = add nsw i32 %add23, %r80.0
  %cmp104 = icmp sle i32 %add103, 0
  %cond108 = select contract i1 %cmp104, float %11, float %above.0
  %sub110 = sub nsw i32 %rows, 1
  %cmp111 = icmp sge i32 %add103, %sub110
  %cond115 = select contract i1 %cmp111, float %11, float %cond
  %fneg = fneg contract float %mul13
  %arrayidx117 = getelementptr inbounds [4 x float], ptr %heat, i64 0, i64 %idxprom85
  %15 = load float, ptr %arrayidx117, align 4, !tbaa !7
  %16 = call contract noundef float @llvm.fma.f32(float %fneg, float %11, float %15)
  %sub119 = fsub contract float %., %11
  %sub120 = fsub contract float %cond102, %11
  %add121 = fadd contract float %sub119, %sub120
  %17 = call contract noundef float @llvm.fma.f32(float %mul7, float %add121, float %16)
  %sub123 = fsub contract float %cond108, %11
  %sub124 = fsub contract float %cond115, %11
  %add125 = fadd contract float %sub123, %sub124
  %18 = call contract noundef float @llvm.fma.f32(float %mul10, float %add125, float %17)
  %add127 = fadd contract float %11, %18
  store float %add127, ptr %arrayidx86, align 4, !tbaa !7
  br label %for.cond81, !llvm.loop !12

for.end132:                                       ; preds = %for.cond81
  %add133 = add nsw i32 %i.0, 1
  %cmp134 = icmp slt i32 %add133, %steps
  br i1 %cmp134, label %if.then, label %for.inc154

if.then:                                          ; preds = %for.end132
  %19 = load float, ptr %here, align 4, !tbaa !7
  %not = xor i32 %i.0, -1
  %and136 = and i32 %not, 1
  %idxprom137 = sext i32 %and136 to i64
  %arrayidx138 = getelementptr inbounds [2 x [8 x [2 x [32 x float]]]], ptr addrspacecast (ptr addrspace(3) @_ZZ7hotspotE4edge to ptr), i64 0, i64 %idxprom137
  %arrayidx140 = getelementptr inbounds [8 x [2 x [32 x float]]], ptr %arrayidx138, i64 0, i64 %idxprom42
  %arrayidx143 = getelementptr inbounds [32 x float], ptr %arrayidx140, i64 0, i64 %idxprom45
  store float %19, ptr %arrayidx143, align 4, !tbaa !7
  %20 = load float, ptr %arrayidx47, align 4, !tbaa !7
  %arrayidx151 = getelementptr inbounds [2 x [32 x float]], ptr %arrayidx140, i64 0, i64 1
  %arrayidx153 = getelementptr inbounds [32 x float], ptr %arrayidx151, i64 0, i64 %idxprom45
  store float %20, ptr %arrayidx153, align 4, !tbaa !7
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br label %for.inc154

for.inc154:                                       ; preds = %for.end132, %if.then
  br label %for.cond61, !llvm.loop !13

for.end156:                                       ; preds = %for.cond61
  %cmp157 = icmp sge i32 %0, %border
  %sub158 = sub nsw i32 32, %border
  %cmp159 = icmp slt i32 %0, %sub158
  %or.cond = select i1 %cmp157, i1 %cmp159, i1 false
  %cmp160 = icmp slt i32 %add, %cols
  %spec.select = select i1 %or.cond, i1 %cmp160, i1 false
  br label %for.cond163

for.cond163:                                      ; preds = %for.inc187, %for.end156
  %r162.0 = phi i32 [ 0, %for.end156 ], [ %inc188, %for.inc187 ]
  %cmp164 = icmp slt i32 %r162.0, 4
  br i1 %cmp164, label %for.body166, label %for.end189

for.body166:                                      ; preds = %for.cond163
  %add168 = add nsw i32 %mul22, %r162.0
  %cmp171 = icmp sge i32 %add168, %border
  %or.cond161 = select i1 %spec.select, i1 %cmp171, i1 false
  %sub173 = sub nsw i32 32, %border
  %cmp174 = icmp slt i32 %add168, %sub173
  %or.cond162 = select i1 %or.cond161, i1 %cmp174, i1 false
  br i1 %or.cond162, label %land.lhs.true175, label %for.inc187

land.lhs.true175:                                 ; preds = %for.body166
  %add176 = add nsw i32 %add23, %r162.0
  %cmp177 = icmp slt i32 %add176, %rows
  br i1 %cmp177, label %if.then178, label %for.inc187

if.then178:                                       ; preds = %land.lhs.true175
  %idxprom179 = sext i32 %r162.0 to i64
  %arrayidx180 = getelementptr inbounds [4 x float], ptr %here, i64 0, i64 %idxprom179
  %21 = load float, ptr %arrayidx180, align 4, !tbaa !7
  %mul182 = mul nsw i32 %add176, %cols
  %add183 = add nsw i32 %mul182, %add
  %idxprom184 = sext i32 %add183 to i64
  %arrayidx185 = getelementptr inbounds float, ptr %next, i64 %idxprom184
  store float %21, ptr %arrayidx185, align 4, !tbaa !7
  br label %for.inc187

for.inc187:                                       ; preds = %for.body166, %land.lhs.true175, %if.then178
  %inc188 = add nsw i32 %r162.0, 1
  br label %for.cond163, !llvm.loop !14

for.end189:                                       ; preds = %for.cond163
  call void @llvm.lifetime.end.p0(ptr %heat) #6
  call void @llvm.lifetime.end.p0(ptr %here) #6
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(ptr captures(none)) #1

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.y() #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.y() #3

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.fma.f32(float, float, float) #4

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare float @llvm.nvvm.shfl.sync.up.f32(i32, float, i32, i32) #5

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare float @llvm.nvvm.shfl.sync.down.f32(i32, float, i32, i32) #5

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "nvvm.maxntid"="256" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { convergent nocallback nounwind }
attributes #3 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #4 = { nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }
attributes #5 = { convergent nocallback nounwind memory(inaccessiblemem: readwrite) }
attributes #6 = { nounwind }

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
!9 = distinct !{!9, !10, !11}
!10 = !{!"llvm.loop.mustprogress"}
!11 = !{!"llvm.loop.unroll.enable"}
!12 = distinct !{!12, !10, !11}
!13 = distinct !{!13, !10}
!14 = distinct !{!14, !10, !11}
