source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@_ZZ12srad_speckleE4sums = internal addrspace(3) global [32 x float] undef, align 4
@_ZZ12srad_speckleE7squares = internal addrspace(3) global [32 x float] undef, align 4

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @srad_speckle(ptr noalias noundef %image, ptr noalias noundef %speckle, i32 noundef %cells) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %rem = srem i32 %0, 32
  br label %for.cond

for.cond:                                         ; preds = %for.body, %entry
  %sum.0 = phi <4 x float> [ zeroinitializer, %entry ], [ %add, %for.body ]
  %square.0 = phi <4 x float> [ zeroinitializer, %entry ], [ %add1, %for.body ]
  %i.0 = phi i32 [ %0, %entry ], [ %add2, %for.body ]
  %div = sdiv i32 %cells, 4
  %cmp = icmp slt i32 %i.0, %div
  br i1 %cmp, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %idxprom = sext i32 %i.0 to i64
  %arrayidx = getelementptr inbounds <4 x float>, ptr %image, i64 %idxprom
  %1 = load <4 x float>, ptr %arrayidx, align 16, !tbaa !7
  %add = fadd contract <4 x float> %sum.0, %1
  %mul = fmul contract <4 x float> %1, %1
  %add1 = fadd contract <4 x float> %square.0, %mul
  %add2 = add nsw i32 %i.0, 1024
  br label %for.cond, !llvm.loop !8

for.end:                                          ; preds = %for.cond
  %2 = extractelement <4 x float> %sum.0, i64 0
  %3 = extractelement <4 x float> %sum.0, i64 1
  %add3 = fadd contract float %2, %3
  %4 = extractelement <4 x float> %sum.0, i64 2
  %5 = extractelement <4 x float> %sum.0, i64 3
  %add4 = fadd contract float %4, %5
  %add5 = fadd contract float %add3, %add4
  %6 = extractelement <4 x float> %square.0, i64 0
  %7 = extractelement <4 x float> %square.0, i64 1
  %add6 = fadd contract float %6, %7
  %8 = extractelement <4 x float> %square.0, i64 2
  %9 = extractelement <4 x float> %square.0, i64 3
  %add7 = fadd contract float %8, %9
  %add8 = fadd contract float %add6, %add7
  %rem9 = srem i32 %cells, 4
  %cmp10 = icmp slt i32 %0, %rem9
  br i1 %cmp10, label %if.then, label %if.end

if.then:                                          ; preds = %for.end
  %mul12 = mul nsw i32 %div, 4
  %add13 = add nsw i32 %mul12, %0
  %idxprom14 = sext i32 %add13 to i64
  %arrayidx15 = getelementptr inbounds float, ptr %image, i64 %idxprom14
  %10 = load float, ptr %arrayidx15, align 4, !tbaa !11
  %add16 = fadd contract float %add5, %10
  %mul17 = fmul contract float %10, %10
  %add18 = fadd contract float %add8, %mul17
  br label %if.end

if.end:                                           ; preds = %if.then, %for.end
  %one.0 = phi float [ %add16, %if.then ], [ %add5, %for.end ]
  %two.0 = phi float [ %add18, %if.then ], [ %add8, %for.end ]
  br label %for.cond.i

for.cond.i:                                       ; preds = %for.body.i, %if.end
  %away.i.0 = phi i32 [ 16, %if.end ], [ %div.i, %for.body.i ]
  %value.addr.i.0 = phi float [ %one.0, %if.end ], [ %add.i, %for.body.i ]
  %cmp.i = icmp sgt i32 %away.i.0, 0
  br i1 %cmp.i, label %for.body.i, label %for.cond.i3

for.body.i:                                       ; preds = %for.cond.i
  %11 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %value.addr.i.0, i32 %away.i.0, i32 31)
  %add.i = fadd contract float %value.addr.i.0, %11
  %div.i = sdiv i32 %away.i.0, 2
  br label %for.cond.i, !llvm.loop !13

for.cond.i3:                                      ; preds = %for.cond.i, %for.body.i5
  %away.i2.0 = phi i32 [ %div.i8, %for.body.i5 ], [ 16, %for.cond.i ]
  %value.addr.i1.0 = phi float [ %add.i7, %for.body.i5 ], [ %two.0, %for.cond.i ]
  %cmp.i4 = icmp sgt i32 %away.i2.0, 0
  br i1 %cmp.i4, label %for.body.i5, label %_ZL8warp_sumf.exit9

for.body.i5:                                      ; preds = %for.cond.i3
  %12 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %value.addr.i1.0, i32 %away.i2.0, i32 31)
  %add.i7 = fadd contract float %value.addr.i1.0, %12
  %div.i8 = sdiv i32 %away.i2.0, 2
  br label %for.cond.i3, !llvm.loop !13

_ZL8warp_sumf.exit9:                              ; preds = %for.cond.i3
  %cmp21 = icmp eq i32 %rem, 0
  br i1 %cmp21, label %if.then22, label %if.end29

if.then22:                                        ; preds = %_ZL8warp_sumf.exit9
  %div23 = sdiv i32 %0, 32
  %idxprom24 = sext i32 %div23 to i64
  %arrayidx25 = getelementptr inbounds [32 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ12srad_speckleE4sums to ptr), i64 0, i64 %idxprom24
  store float %value.addr.i.0, ptr %arrayidx25, align 4, !tbaa !11
  %arrayidx28 = getelementptr inbounds [32 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ12srad_speckleE7squares to ptr), i64 0, i64 %idxprom24
  store float %value.addr.i1.0, ptr %arrayidx28, align 4, !tbaa !11
  br label %if.end29

if.end29:                                         ; preds = %if.then22, %_ZL8warp_sumf.exit9
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %cmp30 = icmp slt i32 %0, 32
  br i1 %cmp30, label %if.then31, label %if.end48

if.then31:                                        ; preds = %if.end29
  %idxprom32 = sext i32 %rem to i64
  %arrayidx33 = getelementptr inbounds [32 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ12srad_speckleE4sums to ptr), i64 0, i64 %idxprom32
  %13 = load float, ptr %arrayidx33, align 4, !tbaa !11
  br label %for.cond.i12

for.cond.i12:                                     ; preds = %for.body.i14, %if.then31
  %away.i11.0 = phi i32 [ 16, %if.then31 ], [ %div.i17, %for.body.i14 ]
  %value.addr.i10.0 = phi float [ %13, %if.then31 ], [ %add.i16, %for.body.i14 ]
  %cmp.i13 = icmp sgt i32 %away.i11.0, 0
  br i1 %cmp.i13, label %for.body.i14, label %_ZL8warp_sumf.exit18

for.body.i14:                                     ; preds = %for.cond.i12
  %14 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %value.addr.i10.0, i32 %away.i11.0, i32 31)
  %add.i16 = fadd contract float %value.addr.i10.0, %14
  %div.i17 = sdiv i32 %away.i11.0, 2
  br label %for.cond.i12, !llvm.loop !13

_ZL8warp_sumf.exit18:                             ; preds = %for.cond.i12
  %arrayidx36 = getelementptr inbounds [32 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ12srad_speckleE7squares to ptr), i64 0, i64 %idxprom32
  %15 = load float, ptr %arrayidx36, align 4, !tbaa !11
  br label %for.cond.i21

for.cond.i21:                                     ; preds = %for.body.i23, %_ZL8warp_sumf.exit18
  %away.i20.0 = phi i32 [ 16, %_ZL8warp_sumf.exit18 ], [ %div.i26, %for.body.i23 ]
  %value.addr.i19.0 = phi float [ %15, %_ZL8warp_sumf.exit18 ], [ %add.i25, %for.body.i23 ]
  %cmp.i22 = icmp sgt i32 %away.i20.0, 0
  br i1 %cmp.i22, label %for.body.i23, label %_ZL8warp_sumf.exit27

for.body.i23:                                     ; preds = %for.cond.i21
  %16 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %value.addr.i19.0, i32 %away.i20.0, i32 31)
  %add.i25 = fadd contract float %value.addr.i19.0, %16
  %div.i26 = sdiv i32 %away.i20.0, 2
  br label %for.cond.i21, !llvm.loop !13

_ZL8warp_sumf.exit27:                             ; preds = %for.cond.i21
  br i1 %cmp21, label %if.then39, label %if.end48

if.then39:                                        ; preds = %_ZL8warp_sumf.exit27
  %conv = sitofp i32 %cells to float
  %div40 = fdiv contract float %value.addr.i10.0, %conv
  %div42 = fdiv contract float %value.addr.i19.0, %conv
  %mul43 = fmul contract float %div40, %div40
  %sub = fsub contract float %div42, %mul43
  %div45 = fdiv contract float %sub, %mul43
  store float %div45, ptr %speckle, align 4, !tbaa !11
  br label %if.end48

if.end48:                                         ; preds = %_ZL8warp_sumf.exit27, %if.then39, %if.end29
  ret void
}

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #1

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @srad_flow(ptr noalias noundef %image, ptr noalias noundef %speckle, ptr noalias noundef %north, ptr noalias noundef %south, ptr noalias noundef %west, ptr noalias noundef %east, ptr noalias noundef %flow, i32 noundef %rows, i32 noundef %cols) #2 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %4 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.y()
  %mul5 = mul i32 %3, %4
  %5 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.y()
  %add7 = add i32 %mul5, %5
  %cmp = icmp sge i32 %add, %cols
  %cmp8 = icmp sge i32 %add7, %rows
  %or.cond = or i1 %cmp, %cmp8
  br i1 %or.cond, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %mul9 = mul nsw i32 %add7, %cols
  %add10 = add nsw i32 %mul9, %add
  %idxprom = sext i32 %add10 to i64
  %arrayidx = getelementptr inbounds float, ptr %image, i64 %idxprom
  %6 = load float, ptr %arrayidx, align 4, !tbaa !11
  %cmp11 = icmp sgt i32 %add7, 0
  %sub = sub nsw i32 %add10, %cols
  %cond = select i1 %cmp11, i32 %sub, i32 %add10
  %idxprom12 = sext i32 %cond to i64
  %arrayidx13 = getelementptr inbounds float, ptr %image, i64 %idxprom12
  %7 = load float, ptr %arrayidx13, align 4, !tbaa !11
  %sub14 = fsub contract float %7, %6
  %sub15 = sub nsw i32 %rows, 1
  %cmp16 = icmp slt i32 %add7, %sub15
  %add18 = add nsw i32 %add10, %cols
  %cond21 = select i1 %cmp16, i32 %add18, i32 %add10
  %idxprom22 = sext i32 %cond21 to i64
  %arrayidx23 = getelementptr inbounds float, ptr %image, i64 %idxprom22
  %8 = load float, ptr %arrayidx23, align 4, !tbaa !11
  %sub24 = fsub contract float %8, %6
  %cmp25 = icmp sgt i32 %add, 0
  %sub27 = sub nsw i32 %add10, 1
  %cond30 = select i1 %cmp25, i32 %sub27, i32 %add10
  %idxprom31 = sext i32 %cond30 to i64
  %arrayidx32 = getelementptr inbounds float, ptr %image, i64 %idxprom31
  %9 = load float, ptr %arrayidx32, align 4, !tbaa !11
  %sub33 = fsub contract float %9, %6
  %sub34 = sub nsw i32 %cols, 1
  %cmp35 = icmp slt i32 %add, %sub34
  %add37 = add nsw i32 %add10, 1
  %cond40 = select i1 %cmp35, i32 %add37, i32 %add10
  %idxprom41 = sext i32 %cond40 to i64
  %arrayidx42 = getelementptr inbounds float, ptr %image, i64 %idxprom41
  %10 = load float, ptr %arrayidx42, align 4, !tbaa !11
  %sub43 = fsub contract float %10, %6
  %11 = call contract noundef float @llvm.nvvm.div.approx.f(float 1.000000e+00, float %6)
  %add45 = fadd contract float %sub14, %sub33
  %mul46 = fmul contract float %sub43, %sub43
  %12 = call contract noundef float @llvm.fma.f32(float %sub33, float %sub33, float %mul46)
  %13 = call contract noundef float @llvm.fma.f32(float %sub24, float %sub24, float %12)
  %14 = call contract noundef float @llvm.fma.f32(float %sub14, float %sub14, float %13)
  %mul50 = fmul contract float %14, %11
  %mul51 = fmul contract float %mul50, %11
  %add52 = fadd contract float %add45, %sub24
  %add53 = fadd contract float %add52, %sub43
  %mul54 = fmul contract float %add53, %11
  %15 = call contract noundef float @llvm.fma.f32(float 2.500000e-01, float %mul54, float 1.000000e+00)
  %mul56 = fmul contract float -6.250000e-02, %mul54
  %mul57 = fmul contract float %mul56, %mul54
  %16 = call contract noundef float @llvm.fma.f32(float 5.000000e-01, float %mul51, float %mul57)
  %mul59 = fmul contract float %15, %15
  %17 = call contract noundef float @llvm.nvvm.div.approx.f(float %16, float %mul59)
  %18 = load float, ptr %speckle, align 4, !tbaa !11
  %mul62 = fmul contract float %18, %18
  %add63 = fadd contract float %18, %mul62
  %add64 = fadd contract float %mul62, %17
  %19 = call contract noundef float @llvm.nvvm.div.approx.f(float %add63, float %add64)
  %20 = call contract noundef float @llvm.maxnum.f32(float %19, float 0.000000e+00)
  %21 = call contract noundef float @llvm.minnum.f32(float %20, float 1.000000e+00)
  %mul68 = fmul contract float %21, %add45
  %arrayidx70 = getelementptr inbounds float, ptr %north, i64 %idxprom
  store float %mul68, ptr %arrayidx70, align 4, !tbaa !11
  %arrayidx72 = getelementptr inbounds float, ptr %south, i64 %idxprom
  store float %sub24, ptr %arrayidx72, align 4, !tbaa !11
  %arrayidx74 = getelementptr inbounds float, ptr %east, i64 %idxprom
  store float %sub43, ptr %arrayidx74, align 4, !tbaa !11
  %arrayidx76 = getelementptr inbounds float, ptr %flow, i64 %idxprom
  store float %21, ptr %arrayidx76, align 4, !tbaa !11
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %if.end, %entry
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @srad_update(ptr noalias noundef %image, ptr noalias noundef %north, ptr noalias noundef %south, ptr noalias noundef %west, ptr noalias noundef %east, ptr noalias noundef %flow, i32 noundef %rows, i32 noundef %cols) #2 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %4 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.y()
  %mul5 = mul i32 %3, %4
  %5 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.y()
  %add7 = add i32 %mul5, %5
  %cmp = icmp sge i32 %add, %cols
  %cmp8 = icmp sge i32 %add7, %rows
  %or.cond = or i1 %cmp, %cmp8
  br i1 %or.cond, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %mul9 = mul nsw i32 %add7, %cols
  %add10 = add nsw i32 %mul9, %add
  %sub = sub nsw i32 %rows, 1
  %cmp11 = icmp slt i32 %add7, %sub
  %add12 = add nsw i32 %add10, %cols
  %cond = select i1 %cmp11, i32 %add12, i32 %add10
  %idxprom = sext i32 %cond to i64
  %arrayidx = getelementptr inbounds float, ptr %flow, i64 %idxprom
  %6 = load float, ptr %arrayidx, align 4, !tbaa !11
  %sub13 = sub nsw i32 %cols, 1
  %cmp14 = icmp slt i32 %add, %sub13
  %add16 = add nsw i32 %add10, 1
  %cond19 = select i1 %cmp14, i32 %add16, i32 %add10
  %idxprom20 = sext i32 %cond19 to i64
  %arrayidx21 = getelementptr inbounds float, ptr %flow, i64 %idxprom20
  %7 = load float, ptr %arrayidx21, align 4, !tbaa !11
  %idxprom22 = sext i32 %add10 to i64
  %arrayidx23 = getelementptr inbounds float, ptr %south, i64 %idxprom22
  %8 = load float, ptr %arrayidx23, align 4, !tbaa !11
  %arrayidx25 = getelementptr inbounds float, ptr %east, i64 %idxprom22
  %9 = load float, ptr %arrayidx25, align 4, !tbaa !11
  %arrayidx27 = getelementptr inbounds float, ptr %north, i64 %idxprom22
  %10 = load float, ptr %arrayidx27, align 4, !tbaa !11
  %11 = call contract noundef float @llvm.fma.f32(float %7, float %9, float %10)
  %12 = call contract noundef float @llvm.fma.f32(float %6, float %8, float %11)
  %arrayidx31 = getelementptr inbounds float, ptr %image, i64 %idxprom22
  %13 = load float, ptr %arrayidx31, align 4, !tbaa !11
  %14 = call contract noundef float @llvm.fma.f32(float 1.250000e-01, float %12, float %13)
  store float %14, ptr %arrayidx31, align 4, !tbaa !11
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %if.end, %entry
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #3

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare float @llvm.nvvm.shfl.sync.bfly.f32(i32, float, i32, i32) #4

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.y() #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.y() #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.y() #3

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(none)
declare float @llvm.nvvm.div.approx.f(float, float) #5

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.fma.f32(float, float, float) #6

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.minnum.f32(float, float) #6

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.maxnum.f32(float, float) #6

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "nvvm.maxntid"="1024" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { convergent nocallback nounwind }
attributes #2 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #3 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #4 = { convergent nocallback nounwind memory(inaccessiblemem: readwrite) }
attributes #5 = { nocallback nofree nosync nounwind willreturn memory(none) }
attributes #6 = { nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }

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
!11 = !{!12, !12, i64 0}
!12 = !{!"float", !5, i64 0}
!13 = distinct !{!13, !9, !14}
!14 = !{!"llvm.loop.unroll.enable"}
