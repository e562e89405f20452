source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @layer_forward(ptr noalias noundef %unit, ptr noalias noundef %weight, ptr noalias noundef %partial, i32 noundef %units, i32 noundef %hidden) #0 {
entry:
  %row = alloca [16 x <4 x float>], align 16
  %value = alloca [16 x float], align 4
  %add = add nsw i32 %hidden, 3
  %div = sdiv i32 %add, 4
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add3 = add i32 %mul, %2
  %div4 = sdiv i32 %add3, %div
  %rem = srem i32 %add3, %div
  %mul5 = mul nsw i32 %rem, 4
  %mul6 = mul nsw i32 %div4, 16
  %cmp = icmp sge i32 %mul6, %units
  br i1 %cmp, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %rem7 = srem i32 %hidden, 4
  %cmp8 = icmp eq i32 %rem7, 0
  br i1 %cmp8, label %if.then9, label %for.cond46

if.then9:                                         ; preds = %if.end
  call void @llvm.lifetime.start.p0(ptr %row) #4
  call void @llvm.lifetime.start.p0(ptr %value) #4
  br label %for.cond

for.cond:                                         ; preds = %cond.end, %if.then9
  %i.0 = phi i32 [ 0, %if.then9 ], [ %inc, %cond.end ]
  %cmp10 = icmp slt i32 %i.0, 16
  br i1 %cmp10, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %add11 = add nsw i32 %mul6, %i.0
  %sub = sub nsw i32 %units, 1
  %cmp.i = icmp slt i32 %add11, %sub
  %add11.sub = select i1 %cmp.i, i32 %add11, i32 %sub
  %mul13 = mul nsw i32 %add11.sub, %hidden
  %idx.ext = sext i32 %mul13 to i64
  %add.ptr = getelementptr inbounds float, ptr %weight, i64 %idx.ext
  %idx.ext14 = sext i32 %mul5 to i64
  %add.ptr15 = getelementptr inbounds float, ptr %add.ptr, i64 %idx.ext14
  %3 = load <4 x float>, ptr %add.ptr15, align 16, !tbaa !7
  %idxprom = sext i32 %i.0 to i64
  %arrayidx = getelementptr inbounds [16 x <4 x float>], ptr %row, i64 0, i64 %idxprom
  store <4 x float> %3, ptr %arrayidx, align 16, !tbaa !7
  %cmp17 = icmp slt i32 %add11, %units
  br i1 %cmp17, label %cond.true, label %cond.end

cond.true:                                        ; preds = %for.body
  %idxprom18 = sext i32 %add11.sub to i64
  %arrayidx19 = getelementptr inbounds float, ptr %unit, i64 %idxprom18
  %4 = load float, ptr %arrayidx19, align 4, !tbaa !8
  br label %cond.end

cond.end:                                         ; preds = %for.body, %cond.true
  %cond = phi contract float [ %4, %cond.true ], [ 0.000000e+00, %for.body ]
  %arrayidx21 = getelementptr inbounds [16 x float], ptr %value, i64 0, i64 %idxprom
  store float %cond, ptr %arrayidx21, align 4, !tbaa !8
  %inc = add nsw i32 %i.0, 1
  br label %for.cond, !llvm.loop !10

for.end:                                          ; preds = %for.cond
  %5 = load <4 x float>, ptr %row, align 16, !tbaa !7
  %6 = load float, ptr %value, align 4, !tbaa !8
  %splat.splatinsert = insertelement <4 x float> poison, float %6, i64 0
  %splat.splat = shufflevector <4 x float> %splat.splatinsert, <4 x float> poison, <4 x i32> zeroinitializer
  %mul24 = fmul contract <4 x float> %5, %splat.splat
  br label %for.cond26

for.cond26:                                       ; preds = %for.body29, %for.end
  %sum.0 = phi <4 x float> [ %mul24, %for.end ], [ %add37, %for.body29 ]
  %i25.0 = phi i32 [ 1, %for.end ], [ %inc39, %for.body29 ]
  %cmp27 = icmp slt i32 %i25.0, 16
  br i1 %cmp27, label %for.body29, label %for.end40

for.body29:                                       ; preds = %for.cond26
  %idxprom30 = sext i32 %i25.0 to i64
  %arrayidx31 = getelementptr inbounds [16 x <4 x float>], ptr %row, i64 0, i64 %idxprom30
  %7 = load <4 x float>, ptr %arrayidx31, align 16, !tbaa !7
  %arrayidx33 = getelementptr inbounds [16 x float], ptr %value, i64 0, i64 %idxprom30
  %8 = load float, ptr %arrayidx33, align 4, !tbaa !8
  %splat.splatinsert34 = insertelement <4 x float> poison, float %8, i64 0
  %splat.splat35 = shufflevector <4 x float> %splat.splatinsert34, <4 x float> poison, <4 x i32> zeroinitializer
  %mul36 = fmul contract <4 x float> %7, %splat.splat35
  %add37 = fadd contract <4 x float> %sum.0, %mul36
  %inc39 = add nsw i32 %i25.0, 1
  br label %for.cond26, !llvm.loop !13

for.end40:                                        ; preds = %for.cond26
  %mul41 = mul nsw i32 %div4, %hidden
  %idx.ext42 = sext i32 %mul41 to i64
  %add.ptr43 = getelementptr inbounds float, ptr %partial, i64 %idx.ext42
  %idx.ext44 = sext i32 %mul5 to i64
  %add.ptr45 = getelementptr inbounds float, ptr %add.ptr43, i64 %idx.ext44
  store <4 x float> %sum.0, ptr %add.ptr45, align 16, !tbaa !7
  call void @llvm.lifetime.end.p0(ptr %value) #4
  call void @llvm.lifetime.end.p0(ptr %row) #4
  br label %cleanup.cont

for.cond46:                                       ; preds = %if.end, %for.end69
  %e.0 = phi i32 [ %inc75, %for.end69 ], [ %mul5, %if.end ]
  %add47 = add nsw i32 %mul5, 4
  %cmp.i3 = icmp slt i32 %add47, %hidden
  %add47.hidden = select i1 %cmp.i3, i32 %add47, i32 %hidden
  %cmp49 = icmp slt i32 %e.0, %add47.hidden
  br i1 %cmp49, label %for.cond54, label %cleanup.cont

for.cond54:                                       ; preds = %for.cond46, %for.body59
  %sum52.0 = phi float [ %11, %for.body59 ], [ 0.000000e+00, %for.cond46 ]
  %i53.0 = phi i32 [ %inc68, %for.body59 ], [ %mul6, %for.cond46 ]
  %add55 = add nsw i32 %mul6, 16
  %cmp.i10 = icmp slt i32 %add55, %units
  %add55.units = select i1 %cmp.i10, i32 %add55, i32 %units
  %cmp57 = icmp slt i32 %i53.0, %add55.units
  br i1 %cmp57, label %for.body59, label %for.end69

for.body59:                                       ; preds = %for.cond54
  %mul60 = mul nsw i32 %i53.0, %hidden
  %add61 = add nsw i32 %mul60, %e.0
  %idxprom62 = sext i32 %add61 to i64
  %arrayidx63 = getelementptr inbounds float, ptr %weight, i64 %idxprom62
  %9 = load float, ptr %arrayidx63, align 4, !tbaa !8
  %idxprom64 = sext i32 %i53.0 to i64
  %arrayidx65 = getelementptr inbounds float, ptr %unit, i64 %idxprom64
  %10 = load float, ptr %arrayidx65, align 4, !tbaa !8
  %11 = call contract noundef float @llvm.fma.f32(float %9, float %10, float %sum52.0)
  %inc68 = add nsw i32 %i53.0, 1
  br label %for.cond54, !llvm.loop !14

for.end69:                                        ; preds = %for.cond54
  %mul70 = mul nsw i32 %div4, %hidden
  %add71 = add nsw i32 %mul70, %e.0
  %idxprom72 = sext i32 %add71 to i64
  %arrayidx73 = getelementptr inbounds float, ptr %partial, i64 %idxprom72
  store float %sum52.0, ptr %arrayidx73, align 4, !tbaa !8
  %inc75 = add nsw i32 %e.0, 1
  br label %for.cond46, !llvm.loop !15

cleanup.cont:                                     ; preds = %entry, %for.cond46, %for.end40
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(ptr captures(none)) #1

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @adjust_weights(ptr noalias noundef %unit, ptr noalias noundef %delta, ptr noalias noundef %weight, ptr noalias noundef %change, float noundef %rate, float noundef %momentum, i32 noundef %units, i32 noundef %hidden) #0 {
entry:
  %add = add nsw i32 %hidden, 3
  %div = sdiv i32 %add, 4
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add3 = add i32 %mul, %2
  %div4 = sdiv i32 %add3, %div
  %rem = srem i32 %add3, %div
  %mul5 = mul nsw i32 %rem, 4
  %cmp = icmp sge i32 %div4, %units
  br i1 %cmp, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %mul6 = mul nsw i32 %div4, %hidden
  %add7 = add nsw i32 %mul6, %mul5
  %idxprom = sext i32 %div4 to i64
  %arrayidx = getelementptr inbounds float, ptr %unit, i64 %idxprom
  %3 = load float, ptr %arrayidx, align 4, !tbaa !8
  %mul8 = fmul contract float %rate, %3
  %rem9 = srem i32 %hidden, 4
  %cmp10 = icmp eq i32 %rem9, 0
  br i1 %cmp10, label %if.then11, label %for.cond

if.then11:                                        ; preds = %if.end
  %idx.ext = sext i32 %add7 to i64
  %add.ptr = getelementptr inbounds float, ptr %weight, i64 %idx.ext
  %4 = load <4 x float>, ptr %add.ptr, align 16, !tbaa !7
  %idx.ext12 = sext i32 %mul5 to i64
  %add.ptr13 = getelementptr inbounds float, ptr %delta, i64 %idx.ext12
  %5 = load <4 x float>, ptr %add.ptr13, align 16, !tbaa !7
  %splat.splatinsert = insertelement <4 x float> poison, float %mul8, i64 0
  %splat.splat = shufflevector <4 x float> %splat.splatinsert, <4 x float> poison, <4 x i32> zeroinitializer
  %mul14 = fmul contract <4 x float> %5, %splat.splat
  %add.ptr16 = getelementptr inbounds float, ptr %change, i64 %idx.ext
  %6 = load <4 x float>, ptr %add.ptr16, align 16, !tbaa !7
  %splat.splatinsert17 = insertelement <4 x float> poison, float %momentum, i64 0
  %splat.splat18 = shufflevector <4 x float> %splat.splatinsert17, <4 x float> poison, <4 x i32> zeroinitializer
  %mul19 = fmul contract <4 x float> %6, %splat.splat18
  %add20 = fadd contract <4 x float> %mul14, %mul19
  store <4 x float> %add20, ptr %add.ptr16, align 16, !tbaa !7
  %add23 = fadd contract <4 x float> %4, %add20
  store <4 x float> %add23, ptr %add.ptr, align 16, !tbaa !7
  br label %cleanup.cont

for.cond:                                         ; preds = %if.end, %for.body
  %e.0 = phi i32 [ %inc, %for.body ], [ 0, %if.end ]
  %sub = sub nsw i32 %hidden, %mul5
  %cmp.i = icmp slt i32 4, %sub
  %.sub = select i1 %cmp.i, i32 4, i32 %sub
  %cmp27 = icmp slt i32 %e.0, %.sub
  br i1 %cmp27, label %for.body, label %cleanup.cont

for.body:                                         ; preds = %for.cond
  %add29 = add nsw i32 %mul5, %e.0
  %idxprom30 = sext i32 %add29 to i64
  %arrayidx31 = getelementptr inbounds float, ptr %delta, i64 %idxprom30
  %7 = load float, ptr %arrayidx31, align 4, !tbaa !8
  %add32 = add nsw i32 %add7, %e.0
  %idxprom33 = sext i32 %add32 to i64
  %arrayidx34 = getelementptr inbounds float, ptr %change, i64 %idxprom33
  %8 = load float, ptr %arrayidx34, align 4, !tbaa !8
  %mul35 = fmul contract float %momentum, %8
  %9 = call contract noundef float @llvm.fma.f32(float %mul8, float %7, float %mul35)
  store float %9, ptr %arrayidx34, align 4, !tbaa !8
  %arrayidx42 = getelementptr inbounds float, ptr %weight, i64 %idxprom33
  %10 = load float, ptr %arrayidx42, align 4, !tbaa !8
  %add43 = fadd contract float %10, %9
  store float %add43, ptr %arrayidx42, align 4, !tbaa !8
  %inc = add nsw i32 %e.0, 1
  br label %for.cond, !llvm.loop !16

cleanup.cont:                                     ; preds = %entry, %for.cond, %if.then11
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.fma.f32(float, float, float) #3

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #3 = { nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }
attributes #4 = { nounwind }

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
!8 = !{!9, !9, i64 0}
!9 = !{!"float", !5, i64 0}
!10 = distinct !{!10, !11, !12}
!11 = !{!"llvm.loop.mustprogress"}
!12 = !{!"llvm.loop.unroll.enable"}
!13 = distinct !{!13, !11, !12}
!14 = distinct !{!14, !11}
!15 = distinct !{!15, !11}
!16 = distinct !{!16, !11}
