source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @winograd_f4_input(ptr noundef %input, ptr noundef %patches, i32 noundef %images, i32 noundef %channels, i32 noundef %height, i32 noundef %width) #0 {
entry:
  %rows = alloca [6 x [6 x float]], align 4
  %d = alloca [6 x float], align 4
  %d50 = alloca [6 x float], align 4
  %v = alloca [6 x float], align 4
  %add = add nsw i32 %height, 3
  %div = sdiv i32 %add, 4
  %add1 = add nsw i32 %width, 3
  %div2 = sdiv i32 %add1, 4
  %mul = mul nsw i32 %images, %div
  %mul3 = mul nsw i32 %mul, %div2
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul5 = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add7 = add i32 %mul5, %2
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %cmp = icmp sge i32 %add7, %mul3
  br i1 %cmp, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %mul9 = mul nsw i32 %div, %div2
  %div10 = sdiv i32 %add7, %mul9
  %div11 = sdiv i32 %add7, %div2
  %rem = srem i32 %div11, %div
  %mul12 = mul nsw i32 %rem, 4
  %sub = sub nsw i32 %mul12, 1
  %rem13 = srem i32 %add7, %div2
  %mul14 = mul nsw i32 %rem13, 4
  %sub15 = sub nsw i32 %mul14, 1
  call void @llvm.lifetime.start.p0(ptr %rows) #3
  br label %for.cond

for.cond:                                         ; preds = %for.end, %if.end
  %j.0 = phi i32 [ 0, %if.end ], [ %inc43, %for.end ]
  %cmp16 = icmp slt i32 %j.0, 6
  br i1 %cmp16, label %for.body, label %for.cond46

for.body:                                         ; preds = %for.cond
  call void @llvm.lifetime.start.p0(ptr %d) #3
  br label %for.cond17

for.cond17:                                       ; preds = %cond.end, %for.body
  %i.0 = phi i32 [ 0, %for.body ], [ %inc, %cond.end ]
  %cmp18 = icmp slt i32 %i.0, 6
  br i1 %cmp18, label %for.body20, label %for.end

for.body20:                                       ; preds = %for.cond17
  %add21 = add nsw i32 %sub, %i.0
  %add22 = add nsw i32 %sub15, %j.0
  %cmp23 = icmp sge i32 %add21, 0
  %cmp24 = icmp slt i32 %add21, %height
  %or.cond = and i1 %cmp23, %cmp24
  %cmp26 = icmp sge i32 %add22, 0
  %or.cond144 = select i1 %or.cond, i1 %cmp26, i1 false
  %cmp27 = icmp slt i32 %add22, %width
  %or.cond145 = select i1 %or.cond144, i1 %cmp27, i1 false
  br i1 %or.cond145, label %cond.true, label %cond.end

cond.true:                                        ; preds = %for.body20
  %mul28 = mul nsw i32 %div10, %channels
  %add29 = add nsw i32 %mul28, %3
  %conv = sext i32 %add29 to i64
  %conv30 = sext i32 %height to i64
  %mul31 = mul nsw i64 %conv, %conv30
  %conv32 = sext i32 %add21 to i64
  %add33 = add nsw i64 %mul31, %conv32
  %conv34 = sext i32 %width to i64
  %mul35 = mul nsw i64 %add33, %conv34
  %conv36 = sext i32 %add22 to i64
  %add37 = add nsw i64 %mul35, %conv36
  %arrayidx = getelementptr inbounds float, ptr %input, i64 %add37
  %4 = load float, ptr %arrayidx, align 4, !tbaa !7
  br label %cond.end

cond.end:                                         ; preds = %for.body20, %cond.true
  %cond = phi contract float [ %4, %cond.true ], [ 0.000000e+00, %for.body20 ]
  %idxprom = sext i32 %i.0 to i64
  %arrayidx38 = getelementptr inbounds [6 x float], ptr %d, i64 0, i64 %idxprom
  store float %cond, ptr %arrayidx38, align 4, !tbaa !7
  %inc = add nsw i32 %i.0, 1
  br label %for.cond17, !llvm.loop !9

for.end:                                          ; preds = %for.cond17
  %idxprom39 = sext i32 %j.0 to i64
  %arrayidx40 = getelementptr inbounds [6 x [6 x float]], ptr %rows, i64 0, i64 %idxprom39
  %5 = load float, ptr %d, align 4, !tbaa !7
  %mul.i = fmul contract float 4.000000e+00, %5
  %arrayidx1.i = getelementptr inbounds float, ptr %d, i64 2
  %6 = load float, ptr %arrayidx1.i, align 4, !tbaa !7
  %mul2.i = fmul contract float 5.000000e+00, %6
  %sub.i = fsub contract float %mul.i, %mul2.i
  %arrayidx3.i = getelementptr inbounds float, ptr %d, i64 4
  %7 = load float, ptr %arrayidx3.i, align 4, !tbaa !7
  %add.i = fadd contract float %sub.i, %7
  store float %add.i, ptr %arrayidx40, align 4, !tbaa !7
  %arrayidx5.i = getelementptr inbounds float, ptr %d, i64 1
  %8 = load float, ptr %arrayidx5.i, align 4, !tbaa !7
  %mul6.i = fmul contract float -4.000000e+00, %8
  %9 = load float, ptr %arrayidx1.i, align 4, !tbaa !7
  %mul8.i = fmul contract float 4.000000e+00, %9
  %sub9.i = fsub contract float %mul6.i, %mul8.i
  %arrayidx10.i = getelementptr inbounds float, ptr %d, i64 3
  %10 = load float, ptr %arrayidx10.i, align 4, !tbaa !7
  %add11.i = fadd contract float %sub9.i, %10
  %11 = load float, ptr %arrayidx3.i, align 4, !tbaa !7
  %add13.i = fadd contract float %add11.i, %11
  %arrayidx14.i = getelementptr inbounds float, ptr %arrayidx40, i64 1
  store float %add13.i, ptr %arrayidx14.i, align 4, !tbaa !7
  %12 = load float, ptr %arrayidx5.i, align 4, !tbaa !7
  %mul16.i = fmul contract float 4.000000e+00, %12
  %13 = load float, ptr %arrayidx1.i, align 4, !tbaa !7
  %mul18.i = fmul contract float 4.000000e+00, %13
  %sub19.i = fsub contract float %mul16.i, %mul18.i
  %14 = load float, ptr %arrayidx10.i, align 4, !tbaa !7
  %sub21.i = fsub contract float %sub19.i, %14
  %15 = load float, ptr %arrayidx3.i, align 4, !tbaa !7
  %add23.i = fadd contract float %sub21.i, %15
  %arrayidx24.i = getelementptr inbounds float, ptr %arrayidx40, i64 2
  store float %add23.i, ptr %arrayidx24.i, align 4, !tbaa !7
  %16 = load float, ptr %arrayidx5.i, align 4, !tbaa !7
  %mul26.i = fmul contract float -2.000000e+00, %16
  %17 = load float, ptr %arrayidx1.i, align 4, !tbaa !7
  %sub28.i = fsub contract float %mul26.i, %17
  %18 = load float, ptr %arrayidx10.i, align 4, !tbaa !7
  %mul30.i = fmul contract float 2.000000e+00, %18
  %add31.i = fadd contract float %sub28.i, %mul30.i
  %19 = load float, ptr %arrayidx3.i, align 4, !tbaa !7
  %add33.i = fadd contract float %add31.i, %19
  %arrayidx34.i = getelementptr inbounds float, ptr %arrayidx40, i64 3
  store float %add33.i, ptr %arrayidx34.i, align 4, !tbaa !7
  %20 = load float, ptr %arrayidx5.i, align 4, !tbaa !7
  %mul36.i = fmul contract float 2.000000e+00, %20
  %21 = load float, ptr %arrayidx1.i, align 4, !tbaa !7
  %sub38.i = fsub contract float %mul36.i, %21
  %22 = load float, ptr %arrayidx10.i, align 4, !tbaa !7
  %mul40.i = fmul contract float 2.000000e+00, %22
  %sub41.i = fsub contract float %sub38.i, %mul40.i
  %23 = load float, ptr %arrayidx3.i, align 4, !tbaa !7
  %add43.i = fadd contract float %sub41.i, %23
  %arrayidx44.i = getelementptr inbounds float, ptr %arrayidx40, i64 4
  store float %add43.i, ptr %arrayidx44.i, align 4, !tbaa !7
  %24 = load float, ptr %arrayidx5.i, align 4, !tbaa !7
  %mul46.i = fmul contract float 4.000000e+00, %24
  %25 = load float, ptr %arrayidx10.i, align 4, !tbaa !7
  %mul48.i = fmul contract float 5.000000e+00, %25
  %sub49.i = fsub contract float %mul46.i, %mul48.i
  %arrayidx50.i = getelementptr inbounds float, ptr %d, i64 5
  %26 = load float, ptr %arrayidx50.i, align 4, !tbaa !7
  %add51.i = fadd contract float %sub49.i, %26
  %arrayidx52.i = getelementptr inbounds float, ptr %arrayidx40, i64 5
  store float %add51.i, ptr %arrayidx52.i, align 4, !tbaa !7
  call void @llvm.lifetime.end.p0(ptr %d) #3
  %inc43 = add nsw i32 %j.0, 1
  br label %for.cond, !llvm.loop !11

for.cond46:                                       ; preds = %for.cond, %for.end88
  %i45.0 = phi i32 [ %inc90, %for.end88 ], [ 0, %for.cond ]
  %cmp47 = icmp slt i32 %i45.0, 6
  br i1 %cmp47, label %for.body49, label %for.end91

for.body49:                                       ; preds = %for.cond46
  call void @llvm.lifetime.start.p0(ptr %d50) #3
  call void @llvm.lifetime.start.p0(ptr %v) #3
  br label %for.cond52

for.cond52:                                       ; preds = %for.body55, %for.body49
  %j51.0 = phi i32 [ 0, %for.body49 ], [ %inc63, %for.body55 ]
  %cmp53 = icmp slt i32 %j51.0, 6
  br i1 %cmp53, label %for.body55, label %for.end64

for.body55:                                       ; preds = %for.cond52
  %idxprom56 = sext i32 %j51.0 to i64
  %arrayidx57 = getelementptr inbounds [6 x [6 x float]], ptr %rows, i64 0, i64 %idxprom56
  %idxprom58 = sext i32 %i45.0 to i64
  %arrayidx59 = getelementptr inbounds [6 x float], ptr %arrayidx57, i64 0, i64 %idxprom58
  %27 = load float, ptr %arrayidx59, align 4, !tbaa !7
  %arrayidx61 = getelementptr inbounds [6 x float], ptr %d50, i64 0, i64 %idxprom56
  store float %27, ptr %arrayidx61, align 4, !tbaa !7
  %inc63 = add nsw i32 %j51.0, 1
  br label %for.cond52, !llvm.loop !12

for.end64:                                        ; preds = %for.cond52
  %28 = load float, ptr %d50, align 4, !tbaa !7
  %mul.i3 = fmul contract float 4.000000e+00, %28
  %arrayidx1.i4 = getelementptr inbounds float, ptr %d50, i64 2
  %29 = load float, ptr %arrayidx1.i4, align 4, !tbaa !7
  %mul2.i5 = fmul contract float 5.000000e+00, %29
  %sub.i6 = fsub contract float %mul.i3, %mul2.i5
  %arrayidx3.i7 = getelementptr inbounds float, ptr %d50, i64 4
  %30 = load float, ptr %arrayidx3.i7, align 4, !tbaa !7
  %add.i8 = fadd contract float %sub.i6, %30
  store float %add.i8, ptr %v, align 4, !tbaa !7
  %arrayidx5.i9 = getelementptr inbounds float, ptr %d50, i64 1
  %31 = load float, ptr %arrayidx5.i9, align 4, !tbaa !7
  %mul6.i10 = fmul contract float -4.000000e+00, %31
  %32 = load float, ptr %arrayidx1.i4, align 4, !tbaa !7
  %mul8.i12 = fmul contract float 4.000000e+00, %32
  %sub9.i13 = fsub contract float %mul6.i10, %mul8.i12
  %arrayidx10.i14 = getelementptr inbounds float, ptr %d50, i64 3
  %33 = load float, ptr %arrayidx10.i14, align 4, !tbaa !7
  %add11.i15 = fadd contract float %sub9.i13, %33
  %34 = load float, ptr %arrayidx3.i7, align 4, !tbaa !7
  %add13.i17 = fadd contract float %add11.i15, %34
  %arrayidx14.i18 = getelementptr inbounds float, ptr %v, i64 1
  store float %add13.i17, ptr %arrayidx14.i18, align 4, !tbaa !7
  %35 = load float, ptr %arrayidx5.i9, align 4, !tbaa !7
  %mul16.i20 = fmul contract float 4.000000e+00, %35
  %36 = load float, ptr %arrayidx1.i4, align 4, !tbaa !7
  %mul18.i22 = fmul contract float 4.000000e+00, %36
  %sub19.i23 = fsub contract float %mul16.i20, %mul18.i22
  %37 = load float, ptr %arrayidx10.i14, align 4, !tbaa !7
  %sub21.i25 = fsub contract float %sub19.i23, %37
  %38 = load float, ptr %arrayidx3.i7, align 4, !tbaa !7
  %add23.i27 = fadd contract float %sub21.i25, %38
  %arrayidx24.i28 = getelementptr inbounds float, ptr %v, i64 2
  store float %add23.i27, ptr %arrayidx24.i28, align 4, !tbaa !7
  %39 = load float, ptr %arrayidx5.i9, align 4, !tbaa !7
  %mul26.i30 = fmul contract float -2.000000e+00, %39
  %40 = load float, ptr %arrayidx1.i4, align 4, !tbaa !7
  %sub28.i32 = fsub contract float %mul26.i30, %40
  %41 = load float, ptr %arrayidx10.i14, align 4, !tbaa !7
  %mul30.i34 = fmul contract float 2.000000e+00, %41
  %add31.i35 = fadd contract float %sub28.i32, %mul30.i34
  %42 = load float, ptr %arrayidx3.i7, align 4, !tbaa !7
  %add33.i37 = fadd contract float %add31.i35, %42
  %arrayidx34.i38 = getelementptr inbounds float, ptr %v, i64 3
  store float %add33.i37, ptr %arrayidx34.i38, align 4, !tbaa !7
  %43 = load float, ptr %arrayidx5.i9, align 4, !tbaa !7
  %mul36.i40 = fmul contract float 2.000000e+00, %43
  %44 = load float, ptr %arrayidx1.i4, align 4, !tbaa !7
  %sub38.i42 = fsub contract float %mul36.i40, %44
  %45 = load float, ptr %arrayidx10.i14, align 4, !tbaa !7
  %mul40.i44 = fmul contract float 2.000000e+00, %45
  %sub41.i45 = fsub contract float %sub38.i42, %mul40.i44
  %46 = load float, ptr %arrayidx3.i7, align 4, !tbaa !7
  %add43.i47 = fadd contract float %sub41.i45, %46
  %arrayidx44.i48 = getelementptr inbounds float, ptr %v, i64 4
  store float %add43.i47, ptr %arrayidx44.i48, align 4, !tbaa !7
  %47 = load float, ptr %arrayidx5.i9, align 4, !tbaa !7
  %mul46.i50 = fmul contract float 4.000000e+00, %47
  %48 = load float, ptr %arrayidx10.i14, align 4, !tbaa !7
  %mul48.i52 = fmul contract float 5.000000e+00, %48
  %sub49.i53 = fsub contract float %mul46.i50, %mul48.i52
  %arrayidx50.i54 = getelementptr inbounds float, ptr %d50, i64 5
  %49 = load float, ptr %arrayidx50.i54, align 4, !tbaa !7
  %add51.i55 = fadd contract float %sub49.i53, %49
  %arrayidx52.i56 = getelementptr inbounds float, ptr %v, i64 5
  store float %add51.i55, ptr %arrayidx52.i56, align 4, !tbaa !7
  br label %for.cond68

for.cond68:                                       ; preds = %for.body71, %for.end64
  %j67.0 = phi i32 [ 0, %for.end64 ], [ %inc87, %for.body71 ]
  %cmp69 = icmp slt i32 %j67.0, 6
  br i1 %cmp69, label %for.body71, label %for.end88

for.body71:                                       ; preds = %for.cond68
  %idxprom72 = sext i32 %j67.0 to i64
  %arrayidx73 = getelementptr inbounds [6 x float], ptr %v, i64 0, i64 %idxprom72
  %50 = load float, ptr %arrayidx73, align 4, !tbaa !7
  %mul74 = mul nsw i32 %i45.0, 6
  %add75 = add nsw i32 %mul74, %j67.0
  %conv76 = sext i32 %add75 to i64
  %conv77 = sext i32 %channels to i64
  %mul78 = mul nsw i64 %conv76, %conv77
  %conv79 = sext i32 %3 to i64
  %add80 = add nsw i64 %mul78, %conv79
  %conv81 = sext i32 %mul3 to i64
  %mul82 = mul nsw i64 %add80, %conv81
  %conv83 = sext i32 %add7 to i64
  %add84 = add nsw i64 %mul82, %conv83
  %arrayidx85 = getelementptr inbounds float, ptr %patches, i64 %add84
  store float %50, ptr %arrayidx85, align 4, !tbaa !7
  %inc87 = add nsw i32 %j67.0, 1
  br label %for.cond68, !llvm.loop !13

for.end88:                                        ; preds = %for.cond68
  call void @llvm.lifetime.end.p0(ptr %v) #3
  call void @llvm.lifetime.end.p0(ptr %d50) #3
  %inc90 = add nsw i32 %i45.0, 1
  br label %for.cond46, !llvm.loop !14

for.end91:                                        ; preds = %for.cond46
  call void @llvm.lifetime.end.p0(ptr %rows) #3
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %for.end91, %entry
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(ptr captures(none)) #1

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @winograd_f4_multiply(ptr noundef %filters, ptr noundef %patches, ptr noundef %products, i32 noundef %outputs, i32 noundef %channels, i32 noundef %tiles) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %4 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.z()
  %cmp = icmp sge i32 %add, %tiles
  br i1 %cmp, label %cleanup.cont, label %for.cond

for.cond:                                         ; preds = %entry, %for.body
  %sum.0 = phi float [ %add25, %for.body ], [ 0.000000e+00, %entry ]
  %channel.0 = phi i32 [ %inc, %for.body ], [ 0, %entry ]
  %cmp5 = icmp slt i32 %channel.0, %channels
  br i1 %cmp5, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %conv = sext i32 %4 to i64
  %conv6 = sext i32 %outputs to i64
  %mul7 = mul nsw i64 %conv, %conv6
  %conv8 = sext i32 %3 to i64
  %add9 = add nsw i64 %mul7, %conv8
  %conv10 = sext i32 %channels to i64
  %mul11 = mul nsw i64 %add9, %conv10
  %conv12 = sext i32 %channel.0 to i64
  %add13 = add nsw i64 %mul11, %conv12
  %arrayidx = getelementptr inbounds float, ptr %filters, i64 %add13
  %5 = load float, ptr %arrayidx, align 4, !tbaa !7
  %mul16 = mul nsw i64 %conv, %conv10
  %add18 = add nsw i64 %mul16, %conv12
  %conv19 = sext i32 %tiles to i64
  %mul20 = mul nsw i64 %add18, %conv19
  %conv21 = sext i32 %add to i64
  %add22 = add nsw i64 %mul20, %conv21
  %arrayidx23 = getelementptr inbounds float, ptr %patches, i64 %add22
  %6 = load float, ptr %arrayidx23, align 4, !tbaa !7
  %mul24 = fmul contract float %5, %6
  %add25 = fadd contract float %sum.0, %mul24
  %inc = add nsw i32 %channel.0, 1
  br label %for.cond, !llvm.loop !15

for.end:                                          ; preds = %for.cond
  %conv26 = sext i32 %4 to i64
  %conv27 = sext i32 %outputs to i64
  %mul28 = mul nsw i64 %conv26, %conv27
  %conv29 = sext i32 %3 to i64
  %add30 = add nsw i64 %mul28, %conv29
  %conv31 = sext i32 %tiles to i64
  %mul32 = mul nsw i64 %add30, %conv31
  %conv33 = sext i32 %add to i64
  %add34 = add nsw i64 %mul32, %conv33
  %arrayidx35 = getelementptr inbounds float, ptr %products, i64 %add34
  store float %sum.0, ptr %arrayidx35, align 4, !tbaa !7
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %for.end, %entry
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @winograd_f4_output(ptr noundef %products, ptr noundef %out, i32 noundef %images, i32 noundef %outputs, i32 noundef %height, i32 noundef %width) #0 {
entry:
  %rows = alloca [6 x [4 x float]], align 4
  %m = alloca [6 x float], align 4
  %m42 = alloca [6 x float], align 4
  %y = alloca [4 x float], align 4
  %add = add nsw i32 %height, 3
  %div = sdiv i32 %add, 4
  %add1 = add nsw i32 %width, 3
  %div2 = sdiv i32 %add1, 4
  %mul = mul nsw i32 %images, %div
  %mul3 = mul nsw i32 %mul, %div2
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul5 = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add7 = add i32 %mul5, %2
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %cmp = icmp sge i32 %add7, %mul3
  br i1 %cmp, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %mul9 = mul nsw i32 %div, %div2
  %div10 = sdiv i32 %add7, %mul9
  %div11 = sdiv i32 %add7, %div2
  %rem = srem i32 %div11, %div
  %mul12 = mul nsw i32 %rem, 4
  %rem13 = srem i32 %add7, %div2
  %mul14 = mul nsw i32 %rem13, 4
  call void @llvm.lifetime.start.p0(ptr %rows) #3
  br label %for.cond

for.cond:                                         ; preds = %for.end, %if.end
  %j.0 = phi i32 [ 0, %if.end ], [ %inc35, %for.end ]
  %cmp15 = icmp slt i32 %j.0, 6
  br i1 %cmp15, label %for.body, label %for.cond38

for.body:                                         ; preds = %for.cond
  call void @llvm.lifetime.start.p0(ptr %m) #3
  br label %for.cond16

for.cond16:                                       ; preds = %for.body19, %for.body
  %i.0 = phi i32 [ 0, %for.body ], [ %inc, %for.body19 ]
  %cmp17 = icmp slt i32 %i.0, 6
  br i1 %cmp17, label %for.body19, label %for.end

for.body19:                                       ; preds = %for.cond16
  %mul20 = mul nsw i32 %i.0, 6
  %add21 = add nsw i32 %mul20, %j.0
  %conv = sext i32 %add21 to i64
  %conv22 = sext i32 %outputs to i64
  %mul23 = mul nsw i64 %conv, %conv22
  %conv24 = sext i32 %3 to i64
  %add25 = add nsw i64 %mul23, %conv24
  %conv26 = sext i32 %mul3 to i64
  %mul27 = mul nsw i64 %add25, %conv26
  %conv28 = sext i32 %add7 to i64
  %add29 = add nsw i64 %mul27, %conv28
  %arrayidx = getelementptr inbounds float, ptr %products, i64 %add29
  %4 = load float, ptr %arrayidx, align 4, !tbaa !7
  %idxprom = sext i32 %i.0 to i64
  %arrayidx30 = getelementptr inbounds [6 x float], ptr %m, i64 0, i64 %idxprom
  store float %4, ptr %arrayidx30, align 4, !tbaa !7
  %inc = add nsw i32 %i.0, 1
  br label %for.cond16, !llvm.loop !16

for.end:                                          ; preds = %for.cond16
  %idxprom31 = sext i32 %j.0 to i64
  %arrayidx32 = getelementptr inbounds [6 x [4 x float]], ptr %rows, i64 0, i64 %idxprom31
  %5 = load float, ptr %m, align 4, !tbaa !7
  %arrayidx1.i = getelementptr inbounds float, ptr %m, i64 1
  %6 = load float, ptr %arrayidx1.i, align 4, !tbaa !7
  %add.i = fadd contract float %5, %6
  %arrayidx2.i = getelementptr inbounds float, ptr %m, i64 2
  %7 = load float, ptr %arrayidx2.i, align 4, !tbaa !7
  %add3.i = fadd contract float %add.i, %7
  %arrayidx4.i = getelementptr inbounds float, ptr %m, i64 3
  %8 = load float, ptr %arrayidx4.i, align 4, !tbaa !7
  %add5.i = fadd contract float %add3.i, %8
  %arrayidx6.i = getelementptr inbounds float, ptr %m, i64 4
  %9 = load float, ptr %arrayidx6.i, align 4, !tbaa !7
  %add7.i = fadd contract float %add5.i, %9
  store float %add7.i, ptr %arrayidx32, align 4, !tbaa !7
  %10 = load float, ptr %arrayidx1.i, align 4, !tbaa !7
  %11 = load float, ptr %arrayidx2.i, align 4, !tbaa !7
  %sub.i = fsub contract float %10, %11
  %12 = load float, ptr %arrayidx4.i, align 4, !tbaa !7
  %mul.i = fmul contract float 2.000000e+00, %12
  %add12.i = fadd contract float %sub.i, %mul.i
  %13 = load float, ptr %arrayidx6.i, align 4, !tbaa !7
  %mul14.i = fmul contract float 2.000000e+00, %13
  %sub15.i = fsub contract float %add12.i, %mul14.i
  %arrayidx16.i = getelementptr inbounds float, ptr %arrayidx32, i64 1
  store float %sub15.i, ptr %arrayidx16.i, align 4, !tbaa !7
  %14 = load float, ptr %arrayidx1.i, align 4, !tbaa !7
  %15 = load float, ptr %arrayidx2.i, align 4, !tbaa !7
  %add19.i = fadd contract float %14, %15
  %16 = load float, ptr %arrayidx4.i, align 4, !tbaa !7
  %mul21.i = fmul contract float 4.000000e+00, %16
  %add22.i = fadd contract float %add19.i, %mul21.i
  %17 = load float, ptr %arrayidx6.i, align 4, !tbaa !7
  %mul24.i = fmul contract float 4.000000e+00, %17
  %add25.i = fadd contract float %add22.i, %mul24.i
  %arrayidx26.i = getelementptr inbounds float, ptr %arrayidx32, i64 2
  store float %add25.i, ptr %arrayidx26.i, align 4, !tbaa !7
  %18 = load float, ptr %arrayidx1.i, align 4, !tbaa !7
  %19 = load float, ptr %arrayidx2.i, align 4, !tbaa !7
  %sub29.i = fsub contract float %18, %19
  %20 = load float, ptr %arrayidx4.i, align 4, !tbaa !7
  %mul31.i = fmul contract float 8.000000e+00, %20
  %add32.i = fadd contract float %sub29.i, %mul31.i
  %21 = load float, ptr %arrayidx6.i, align 4, !tbaa !7
  %mul34.i = fmul contract float 8.000000e+00, %21
  %sub35.i = fsub contract float %add32.i, %mul34.i
  %arrayidx36.i = getelementptr inbounds float, ptr %m, i64 5
  %22 = load float, ptr %arrayidx36.i, align 4, !tbaa !7
  %add37.i = fadd contract float %sub35.i, %22
  %arrayidx38.i = getelementptr inbounds float, ptr %arrayidx32, i64 3
  store float %add37.i, ptr %arrayidx38.i, align 4, !tbaa !7
  call void @llvm.lifetime.end.p0(ptr %m) #3
  %inc35 = add nsw i32 %j.0, 1
  br label %for.cond, !llvm.loop !17

for.cond38:                                       ; preds = %for.cond, %for.end90
  %i37.0 = phi i32 [ %inc92, %for.end90 ], [ 0, %for.cond ]
  %cmp39 = icmp slt i32 %i37.0, 4
  br i1 %cmp39, label %for.body41, label %for.end93

for.body41:                                       ; preds = %for.cond38
  call void @llvm.lifetime.start.p0(ptr %m42) #3
  call void @llvm.lifetime.start.p0(ptr %y) #3
  br label %for.cond44

for.cond44:                                       ; preds = %for.body47, %for.body41
  %j43.0 = phi i32 [ 0, %for.body41 ], [ %inc55, %for.body47 ]
  %cmp45 = icmp slt i32 %j43.0, 6
  br i1 %cmp45, label %for.body47, label %for.end56

for.body47:                                       ; preds = %for.cond44
  %idxprom48 = sext i32 %j43.0 to i64
  %arrayidx49 = getelementptr inbounds [6 x [4 x float]], ptr %rows, i64 0, i64 %idxprom48
  %idxprom50 = sext i32 %i37.0 to i64
  %arrayidx51 = getelementptr inbounds [4 x float], ptr %arrayidx49, i64 0, i64 %idxprom50
  %23 = load float, ptr %arrayidx51, align 4, !tbaa !7
  %arrayidx53 = getelementptr inbounds [6 x float], ptr %m42, i64 0, i64 %idxprom48
  store float %23, ptr %arrayidx53, align 4, !tbaa !7
  %inc55 = add nsw i32 %j43.0, 1
  br label %for.cond44, !llvm.loop !18

for.end56:                                        ; preds = %for.cond44
  %24 = load float, ptr %m42, align 4, !tbaa !7
  %arrayidx1.i3 = getelementptr inbounds float, ptr %m42, i64 1
  %25 = load float, ptr %arrayidx1.i3, align 4, !tbaa !7
  %add.i4 = fadd contract float %24, %25
  %arrayidx2.i5 = getelementptr inbounds float, ptr %m42, i64 2
  %26 = load float, ptr %arrayidx2.i5, align 4, !tbaa !7
  %add3.i6 = fadd contract float %add.i4, %26
  %arrayidx4.i7 = getelementptr inbounds float, ptr %m42, i64 3
  %27 = load float, ptr %arrayidx4.i7, align 4, !tbaa !7
  %add5.i8 = fadd contract float %add3.i6, %27
  %arrayidx6.i9 = getelementptr inbounds float, ptr %m42, i64 4
  %28 = load float, ptr %arrayidx6.i9, align 4, !tbaa !7
  %add7.i10 = fadd contract float %add5.i8, %28
  store float %add7.i10, ptr %y, align 4, !tbaa !7
  %29 = load float, ptr %arrayidx1.i3, align 4, !tbaa !7
  %30 = load float, ptr %arrayidx2.i5, align 4, !tbaa !7
  %sub.i13 = fsub contract float %29, %30
  %31 = load float, ptr %arrayidx4.i7, align 4, !tbaa !7
  %mul.i15 = fmul contract float 2.000000e+00, %31
  %add12.i16 = fadd contract float %sub.i13, %mul.i15
  %32 = load float, ptr %arrayidx6.i9, align 4, !tbaa !7
  %mul14.i18 = fmul contract float 2.000000e+00, %32
  %sub15.i19 = fsub contract float %add12.i16, %mul14.i18
  %arrayidx16.i20 = getelementptr inbounds float, ptr %y, i64 1
  store float %sub15.i19, ptr %arrayidx16.i20, align 4, !tbaa !7
  %33 = load float, ptr %arrayidx1.i3, align 4, !tbaa !7
  %34 = load float, ptr %arrayidx2.i5, align 4, !tbaa !7
  %add19.i23 = fadd contract float %33, %34
  %35 = load float, ptr %arrayidx4.i7, align 4, !tbaa !7
  %mul21.i25 = fmul contract float 4.000000e+00, %35
  %add22.i26 = fadd contract float %add19.i23, %mul21.i25
  %36 = load float, ptr %arrayidx6.i9, align 4, !tbaa !7
  %mul24.i28 = fmul contract float 4.000000e+00, %36
  %add25.i29 = fadd contract float %add22.i26, %mul24.i28
  %arrayidx26.i30 = getelementptr inbounds float, ptr %y, i64 2
  store float %add25.i29, ptr %arrayidx26.i30, align 4, !tbaa !7
  %37 = load float, ptr %arrayidx1.i3, align 4, !tbaa !7
  %38 = load float, ptr %arrayidx2.i5, align 4, !tbaa !7
  %sub29.i33 = fsub contract float %37, %38
  %39 = load float, ptr %arrayidx4.i7, align 4, !tbaa !7
  %mul31.i35 = fmul contract float 8.000000e+00, %39
  %add32.i36 = fadd contract float %sub29.i33, %mul31.i35
  %40 = load float, ptr %arrayidx6.i9, align 4, !tbaa !7
  %mul34.i38 = fmul contract float 8.000000e+00, %40
  %sub35.i39 = fsub contract float %add32.i36, %mul34.i38
  %arrayidx36.i40 = getelementptr inbounds float, ptr %m42, i64 5
  %41 = load float, ptr %arrayidx36.i40, align 4, !tbaa !7
  %add37.i41 = fadd contract float %sub35.i39, %41
  %arrayidx38.i42 = getelementptr inbounds float, ptr %y, i64 3
  store float %add37.i41, ptr %arrayidx38.i42, align 4, !tbaa !7
  br label %for.cond60

for.cond60:                                       ; preds = %for.inc88, %for.end56
  %j59.0 = phi i32 [ 0, %for.end56 ], [ %inc89, %for.inc88 ]
  %cmp61 = icmp slt i32 %j59.0, 4
  br i1 %cmp61, label %for.body63, label %for.end90

for.body63:                                       ; preds = %for.cond60
  %add64 = add nsw i32 %mul12, %i37.0
  %cmp65 = icmp slt i32 %add64, %height
  %add66 = add nsw i32 %mul14, %j59.0
  %cmp67 = icmp slt i32 %add66, %width
  %or.cond = select i1 %cmp65, i1 %cmp67, i1 false
  br i1 %or.cond, label %if.then68, label %for.inc88

if.then68:                                        ; preds = %for.body63
  %idxprom69 = sext i32 %j59.0 to i64
  %arrayidx70 = getelementptr inbounds [4 x float], ptr %y, i64 0, i64 %idxprom69
  %42 = load float, ptr %arrayidx70, align 4, !tbaa !7
  %mul71 = mul nsw i32 %div10, %outputs
  %add72 = add nsw i32 %mul71, %3
  %conv73 = sext i32 %add72 to i64
  %conv74 = sext i32 %height to i64
  %mul75 = mul nsw i64 %conv73, %conv74
  %conv76 = sext i32 %mul12 to i64
  %add77 = add nsw i64 %mul75, %conv76
  %conv78 = sext i32 %i37.0 to i64
  %add79 = add nsw i64 %add77, %conv78
  %conv80 = sext i32 %width to i64
  %mul81 = mul nsw i64 %add79, %conv80
  %conv82 = sext i32 %mul14 to i64
  %add83 = add nsw i64 %mul81, %conv82
  %add85 = add nsw i64 %add83, %idxprom69
  %arrayidx86 = getelementptr inbounds float, ptr %out, i64 %add85
  store float %42, ptr %arrayidx86, align 4, !tbaa !7
  br label %for.inc88

for.inc88:                                        ; preds = %for.body63, %if.then68
  %inc89 = add nsw i32 %j59.0, 1
  br label %for.cond60, !llvm.loop !19

for.end90:                                        ; preds = %for.cond60
  call void @llvm.lifetime.end.p0(ptr %y) #3
  call void @llvm.lifetime.end.p0(ptr %m42) #3
  %inc92 = add nsw i32 %i37.0, 1
  br label %for.cond38, !llvm.loop !20

for.end93:                                        ; preds = %for.cond38
  call void @llvm.lifetime.end.p0(ptr %rows) #3
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %for.end93, %entry
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.y() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.z() #2

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #3 = { nounwind }

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
!15 = distinct !{!15, !10}
!16 = distinct !{!16, !10}
!17 = distinct !{!17, !10}
!18 = distinct !{!18, !10}
!19 = distinct !{!19, !10}
!20 = distinct !{!20, !10}
