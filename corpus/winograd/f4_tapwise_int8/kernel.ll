source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @winograd_q8_input(ptr noundef %input, ptr noundef %input_shift, ptr noundef %patches, i32 noundef %images, i32 noundef %channels, i32 noundef %height, i32 noundef %width) #0 {
entry:
  %rows = alloca [6 x [6 x i32]], align 4
  %d = alloca [6 x i32], align 4
  %d51 = alloca [6 x i32], align 4
  %v = alloca [6 x i32], align 4
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
  %j.0 = phi i32 [ 0, %if.end ], [ %inc44, %for.end ]
  %cmp16 = icmp slt i32 %j.0, 6
  br i1 %cmp16, label %for.body, label %for.cond47

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
  %or.cond168 = select i1 %or.cond, i1 %cmp26, i1 false
  %cmp27 = icmp slt i32 %add22, %width
  %or.cond170 = select i1 %or.cond168, i1 %cmp27, i1 false
  br i1 %or.cond170, label %cond.true, label %cond.end

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
  %arrayidx = getelementptr inbounds i8, ptr %input, i64 %add37
  %4 = load i8, ptr %arrayidx, align 1, !tbaa !7
  %conv38 = sext i8 %4 to i32
  br label %cond.end

cond.end:                                         ; preds = %for.body20, %cond.true
  %cond = phi i32 [ %conv38, %cond.true ], [ 0, %for.body20 ]
  %idxprom = sext i32 %i.0 to i64
  %arrayidx39 = getelementptr inbounds [6 x i32], ptr %d, i64 0, i64 %idxprom
  store i32 %cond, ptr %arrayidx39, align 4, !tbaa !3
  %inc = add nsw i32 %i.0, 1
  br label %for.cond17, !llvm.loop !8

for.end:                                          ; preds = %for.cond17
  %idxprom40 = sext i32 %j.0 to i64
  %arrayidx41 = getelementptr inbounds [6 x [6 x i32]], ptr %rows, i64 0, i64 %idxprom40
  %5 = load i32, ptr %d, align 4, !tbaa !3
  %mul.i = mul nsw i32 4, %5
  %arrayidx1.i = getelementptr inbounds i32, ptr %d, i64 2
  %6 = load i32, ptr %arrayidx1.i, align 4, !tbaa !3
  %mul2.i = mul nsw i32 5, %6
  %sub.i = sub nsw i32 %mul.i, %mul2.i
  %arrayidx3.i = getelementptr inbounds i32, ptr %d, i64 4
  %7 = load i32, ptr %arrayidx3.i, align 4, !tbaa !3
  %add.i = add nsw i32 %sub.i, %7
  store i32 %add.i, ptr %arrayidx41, align 4, !tbaa !3
  %arrayidx5.i = getelementptr inbounds i32, ptr %d, i64 1
  %8 = load i32, ptr %arrayidx5.i, align 4, !tbaa !3
  %mul6.i = mul nsw i32 -4, %8
  %9 = load i32, ptr %arrayidx1.i, align 4, !tbaa !3
  %mul8.i = mul nsw i32 4, %9
  %sub9.i = sub nsw i32 %mul6.i, %mul8.i
  %arrayidx10.i = getelementptr inbounds i32, ptr %d, i64 3
  %10 = load i32, ptr %arrayidx10.i, align 4, !tbaa !3
  %add11.i = add nsw i32 %sub9.i, %10
  %11 = load i32, ptr %arrayidx3.i, align 4, !tbaa !3
  %add13.i = add nsw i32 %add11.i, %11
  %arrayidx14.i = getelementptr inbounds i32, ptr %arrayidx41, i64 1
  store i32 %add13.i, ptr %arrayidx14.i, align 4, !tbaa !3
  %12 = load i32, ptr %arrayidx5.i, align 4, !tbaa !3
  %mul16.i = mul nsw i32 4, %12
  %13 = load i32, ptr %arrayidx1.i, align 4, !tbaa !3
  %mul18.i = mul nsw i32 4, %13
  %sub19.i = sub nsw i32 %mul16.i, %mul18.i
  %14 = load i32, ptr %arrayidx10.i, align 4, !tbaa !3
  %sub21.i = sub nsw i32 %sub19.i, %14
  %15 = load i32, ptr %arrayidx3.i, align 4, !tbaa !3
  %add23.i = add nsw i32 %sub21.i, %15
  %arrayidx24.i = getelementptr inbounds i32, ptr %arrayidx41, i64 2
  store i32 %add23.i, ptr %arrayidx24.i, align 4, !tbaa !3
  %16 = load i32, ptr %arrayidx5.i, align 4, !tbaa !3
  %mul26.i = mul nsw i32 -2, %16
  %17 = load i32, ptr %arrayidx1.i, align 4, !tbaa !3
  %sub28.i = sub nsw i32 %mul26.i, %17
  %18 = load i32, ptr %arrayidx10.i, align 4, !tbaa !3
  %mul30.i = mul nsw i32 2, %18
  %add31.i = add nsw i32 %sub28.i, %mul30.i
  %19 = load i32, ptr %arrayidx3.i, align 4, !tbaa !3
  %add33.i = add nsw i32 %add31.i, %19
  %arrayidx34.i = getelementptr inbounds i32, ptr %arrayidx41, i64 3
  store i32 %add33.i, ptr %arrayidx34.i, align 4, !tbaa !3
  %20 = load i32, ptr %arrayidx5.i, align 4, !tbaa !3
  %mul36.i = mul nsw i32 2, %20
  %21 = load i32, ptr %arrayidx1.i, align 4, !tbaa !3
  %sub38.i = sub nsw i32 %mul36.i, %21
  %22 = load i32, ptr %arrayidx10.i, align 4, !tbaa !3
  %mul40.i = mul nsw i32 2, %22
  %sub41.i = sub nsw i32 %sub38.i, %mul40.i
  %23 = load i32, ptr %arrayidx3.i, align 4, !tbaa !3
  %add43.i = add nsw i32 %sub41.i, %23
  %arrayidx44.i = getelementptr inbounds i32, ptr %arrayidx41, i64 4
  store i32 %add43.i, ptr %arrayidx44.i, align 4, !tbaa !3
  %24 = load i32, ptr %arrayidx5.i, align 4, !tbaa !3
  %mul46.i = mul nsw i32 4, %24
  %25 = load i32, ptr %arrayidx10.i, align 4, !tbaa !3
  %mul48.i = mul nsw i32 5, %25
  %sub49.i = sub nsw i32 %mul46.i, %mul48.i
  %arrayidx50.i = getelementptr inbounds i32, ptr %d, i64 5
  %26 = load i32, ptr %arrayidx50.i, align 4, !tbaa !3
  %add51.i = add nsw i32 %sub49.i, %26
  %arrayidx52.i = getelementptr inbounds i32, ptr %arrayidx41, i64 5
  store i32 %add51.i, ptr %arrayidx52.i, align 4, !tbaa !3
  call void @llvm.lifetime.end.p0(ptr %d) #3
  %inc44 = add nsw i32 %j.0, 1
  br label %for.cond, !llvm.loop !10

for.cond47:                                       ; preds = %for.cond, %for.end94
  %i46.0 = phi i32 [ %inc96, %for.end94 ], [ 0, %for.cond ]
  %cmp48 = icmp slt i32 %i46.0, 6
  br i1 %cmp48, label %for.body50, label %for.end97

for.body50:                                       ; preds = %for.cond47
  call void @llvm.lifetime.start.p0(ptr %d51) #3
  call void @llvm.lifetime.start.p0(ptr %v) #3
  br label %for.cond53

for.cond53:                                       ; preds = %for.body56, %for.body50
  %j52.0 = phi i32 [ 0, %for.body50 ], [ %inc64, %for.body56 ]
  %cmp54 = icmp slt i32 %j52.0, 6
  br i1 %cmp54, label %for.body56, label %for.end65

for.body56:                                       ; preds = %for.cond53
  %idxprom57 = sext i32 %j52.0 to i64
  %arrayidx58 = getelementptr inbounds [6 x [6 x i32]], ptr %rows, i64 0, i64 %idxprom57
  %idxprom59 = sext i32 %i46.0 to i64
  %arrayidx60 = getelementptr inbounds [6 x i32], ptr %arrayidx58, i64 0, i64 %idxprom59
  %27 = load i32, ptr %arrayidx60, align 4, !tbaa !3
  %arrayidx62 = getelementptr inbounds [6 x i32], ptr %d51, i64 0, i64 %idxprom57
  store i32 %27, ptr %arrayidx62, align 4, !tbaa !3
  %inc64 = add nsw i32 %j52.0, 1
  br label %for.cond53, !llvm.loop !11

for.end65:                                        ; preds = %for.cond53
  %28 = load i32, ptr %d51, align 4, !tbaa !3
  %mul.i3 = mul nsw i32 4, %28
  %arrayidx1.i4 = getelementptr inbounds i32, ptr %d51, i64 2
  %29 = load i32, ptr %arrayidx1.i4, align 4, !tbaa !3
  %mul2.i5 = mul nsw i32 5, %29
  %sub.i6 = sub nsw i32 %mul.i3, %mul2.i5
  %arrayidx3.i7 = getelementptr inbounds i32, ptr %d51, i64 4
  %30 = load i32, ptr %arrayidx3.i7, align 4, !tbaa !3
  %add.i8 = add nsw i32 %sub.i6, %30
  store i32 %add.i8, ptr %v, align 4, !tbaa !3
  %arrayidx5.i9 = getelementptr inbounds i32, ptr %d51, i64 1
  %31 = load i32, ptr %arrayidx5.i9, align 4, !tbaa !3
  %mul6.i10 = mul nsw i32 -4, %31
  %32 = load i32, ptr %arrayidx1.i4, align 4, !tbaa !3
  %mul8.i12 = mul nsw i32 4, %32
  %sub9.i13 = sub nsw i32 %mul6.i10, %mul8.i12
  %arrayidx10.i14 = getelementptr inbounds i32, ptr %d51, i64 3
  %33 = load i32, ptr %arrayidx10.i14, align 4, !tbaa !3
  %add11.i15 = add nsw i32 %sub9.i13, %33
  %34 = load i32, ptr %arrayidx3.i7, align 4, !tbaa !3
  %add13.i17 = add nsw i32 %add11.i15, %34
  %arrayidx14.i18 = getelementptr inbounds i32, ptr %v, i64 1
  store i32 %add13.i17, ptr %arrayidx14.i18, align 4, !tbaa !3
  %35 = load i32, ptr %arrayidx5.i9, align 4, !tbaa !3
  %mul16.i20 = mul nsw i32 4, %35
  %36 = load i32, ptr %arrayidx1.i4, align 4, !tbaa !3
  %mul18.i22 = mul nsw i32 4, %36
  %sub19.i23 = sub nsw i32 %mul16.i20, %mul18.i22
  %37 = load i32, ptr %arrayidx10.i14, align 4, !tbaa !3
  %sub21.i25 = sub nsw i32 %sub19.i23, %37
  %38 = load i32, ptr %arrayidx3.i7, align 4, !tbaa !3
  %add23.i27 = add nsw i32 %sub21.i25, %38
  %arrayidx24.i28 = getelementptr inbounds i32, ptr %v, i64 2
  store i32 %add23.i27, ptr %arrayidx24.i28, align 4, !tbaa !3
  %39 = load i32, ptr %arrayidx5.i9, align 4, !tbaa !3
  %mul26.i30 = mul nsw i32 -2, %39
  %40 = load i32, ptr %arrayidx1.i4, align 4, !tbaa !3
  %sub28.i32 = sub nsw i32 %mul26.i30, %40
  %41 = load i32, ptr %arrayidx10.i14, align 4, !tbaa !3
  %mul30.i34 = mul nsw i32 2, %41
  %add31.i35 = add nsw i32 %sub28.i32, %mul30.i34
  %42 = load i32, ptr %arrayidx3.i7, align 4, !tbaa !3
  %add33.i37 = add nsw i32 %add31.i35, %42
  %arrayidx34.i38 = getelementptr inbounds i32, ptr %v, i64 3
  store i32 %add33.i37, ptr %arrayidx34.i38, align 4, !tbaa !3
  %43 = load i32, ptr %arrayidx5.i9, align 4, !tbaa !3
  %mul36.i40 = mul nsw i32 2, %43
  %44 = load i32, ptr %arrayidx1.i4, align 4, !tbaa !3
  %sub38.i42 = sub nsw i32 %mul36.i40, %44
  %45 = load i32, ptr %arrayidx10.i14, align 4, !tbaa !3
  %mul40.i44 = mul nsw i32 2, %45
  %sub41.i45 = sub nsw i32 %sub38.i42, %mul40.i44
  %46 = load i32, ptr %arrayidx3.i7, align 4, !tbaa !3
  %add43.i47 = add nsw i32 %sub41.i45, %46
  %arrayidx44.i48 = getelementptr inbounds i32, ptr %v, i64 4
  store i32 %add43.i47, ptr %arrayidx44.i48, align 4, !tbaa !3
  %47 = load i32, ptr %arrayidx5.i9, align 4, !tbaa !3
  %mul46.i50 = mul nsw i32 4, %47
  %48 = load i32, ptr %arrayidx10.i14, align 4, !tbaa !3
  %mul48.i52 = mul nsw i32 5, %48
  %sub49.i53 = sub nsw i32 %mul46.i50, %mul48.i52
  %arrayidx50.i54 = getelementptr inbounds i32, ptr %d51, i64 5
  %49 = load i32, ptr %arrayidx50.i54, align 4, !tbaa !3
  %add51.i55 = add nsw i32 %sub49.i53, %49
  %arrayidx52.i56 = getelementptr inbounds i32, ptr %v, i64 5
  store i32 %add51.i55, ptr %arrayidx52.i56, align 4, !tbaa !3
  br label %for.cond69

for.cond69:                                       ; preds = %_ZL8quantizeii.exit, %for.end65
  %j68.0 = phi i32 [ 0, %for.end65 ], [ %inc93, %_ZL8quantizeii.exit ]
  %cmp70 = icmp slt i32 %j68.0, 6
  br i1 %cmp70, label %for.body72, label %for.end94

for.body72:                                       ; preds = %for.cond69
  %idxprom73 = sext i32 %j68.0 to i64
  %arrayidx74 = getelementptr inbounds [6 x i32], ptr %v, i64 0, i64 %idxprom73
  %50 = load i32, ptr %arrayidx74, align 4, !tbaa !3
  %mul75 = mul nsw i32 %i46.0, 6
  %add76 = add nsw i32 %mul75, %j68.0
  %idxprom77 = sext i32 %add76 to i64
  %arrayidx78 = getelementptr inbounds i32, ptr %input_shift, i64 %idxprom77
  %51 = load i32, ptr %arrayidx78, align 4, !tbaa !3
  %shr.i = ashr i32 %50, %51
  %cmp.i = icmp sgt i32 %51, 0
  br i1 %cmp.i, label %if.then.i, label %_ZL8quantizeii.exit

if.then.i:                                        ; preds = %for.body72
  %shl.i = shl i32 %shr.i, %51
  %sub.i57 = sub nsw i32 %50, %shl.i
  %sub1.i = sub nsw i32 %51, 1
  %shl2.i = shl i32 1, %sub1.i
  %cmp3.i = icmp sgt i32 %sub.i57, %shl2.i
  br i1 %cmp3.i, label %if.then6.i, label %lor.lhs.false.i

lor.lhs.false.i:                                  ; preds = %if.then.i
  %cmp4.i = icmp eq i32 %sub.i57, %shl2.i
  %rem.i = srem i32 %shr.i, 2
  %cmp5.i = icmp ne i32 %rem.i, 0
  %or.cond169 = select i1 %cmp4.i, i1 %cmp5.i, i1 false
  br i1 %or.cond169, label %if.then6.i, label %_ZL8quantizeii.exit

if.then6.i:                                       ; preds = %lor.lhs.false.i, %if.then.i
  %add.i58 = add nsw i32 %shr.i, 1
  br label %_ZL8quantizeii.exit

_ZL8quantizeii.exit:                              ; preds = %lor.lhs.false.i, %if.then6.i, %for.body72
  %quotient.i.1 = phi i32 [ %shr.i, %for.body72 ], [ %add.i58, %if.then6.i ], [ %shr.i, %lor.lhs.false.i ]
  %cmp.i62 = icmp sgt i32 %quotient.i.1, -127
  %quotient.i.1. = select i1 %cmp.i62, i32 %quotient.i.1, i32 -127
  %cmp.i59 = icmp slt i32 %quotient.i.1., 127
  %cond.i = select i1 %cmp.i59, i32 %quotient.i.1., i32 127
  %conv.i = trunc i32 %cond.i to i8
  %conv83 = sext i32 %channels to i64
  %mul84 = mul nsw i64 %idxprom77, %conv83
  %conv85 = sext i32 %3 to i64
  %add86 = add nsw i64 %mul84, %conv85
  %conv87 = sext i32 %mul3 to i64
  %mul88 = mul nsw i64 %add86, %conv87
  %conv89 = sext i32 %add7 to i64
  %add90 = add nsw i64 %mul88, %conv89
  %arrayidx91 = getelementptr inbounds i8, ptr %patches, i64 %add90
  store i8 %conv.i, ptr %arrayidx91, align 1, !tbaa !7
  %inc93 = add nsw i32 %j68.0, 1
  br label %for.cond69, !llvm.loop !12

for.end94:                                        ; preds = %for.cond69
  call void @llvm.lifetime.end.p0(ptr %v) #3
  call void @llvm.lifetime.end.p0(ptr %d51) #3
  %inc96 = add nsw i32 %i46.0, 1
  br label %for.cond47, !llvm.loop !13

for.end97:                                        ; preds = %for.cond47
  call void @llvm.lifetime.end.p0(ptr %rows) #3
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %for.end97, %entry
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(ptr captures(none)) #1

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @winograd_q8_multiply(ptr noundef %filters, ptr noundef %patches, ptr noundef %products, i32 noundef %outputs, i32 noundef %channels, i32 noundef %tiles) #0 {
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
  %sum.0 = phi i32 [ %add27, %for.body ], [ 0, %entry ]
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
  %arrayidx = getelementptr inbounds i8, ptr %filters, i64 %add13
  %5 = load i8, ptr %arrayidx, align 1, !tbaa !7
  %conv14 = sext i8 %5 to i32
  %mul17 = mul nsw i64 %conv, %conv10
  %add19 = add nsw i64 %mul17, %conv12
  %conv20 = sext i32 %tiles to i64
  %mul21 = mul nsw i64 %add19, %conv20
  %conv22 = sext i32 %add to i64
  %add23 = add nsw i64 %mul21, %conv22
  %arrayidx24 = getelementptr inbounds i8, ptr %patches, i64 %add23
  %6 = load i8, ptr %arrayidx24, align 1, !tbaa !7
  %conv25 = sext i8 %6 to i32
  %mul26 = mul nsw i32 %conv14, %conv25
  %add27 = add nsw i32 %sum.0, %mul26
  %inc = add nsw i32 %channel.0, 1
  br label %for.cond, !llvm.loop !14

for.end:                                          ; preds = %for.cond
  %conv28 = sext i32 %4 to i64
  %conv29 = sext i32 %outputs to i64
  %mul30 = mul nsw i64 %conv28, %conv29
  %conv31 = sext i32 %3 to i64
  %add32 = add nsw i64 %mul30, %conv31
  %conv33 = sext i32 %tiles to i64
  %mul34 = mul nsw i64 %add32, %conv33
  %conv35 = sext i32 %add to i64
  %add36 = add nsw i64 %mul34, %conv35
  %arrayidx37 = getelementptr inbounds i32, ptr %products, i64 %add36
  store i32 %sum.0, ptr %arrayidx37, align 4, !tbaa !3
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %for.end, %entry
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @winograd_q8_output(ptr noundef %products, ptr noundef %input_shift, ptr noundef %filter_shift, ptr noundef %out, i32 noundef %images, i32 noundef %outputs, i32 noundef %height, i32 noundef %width) #0 {
entry:
  %rows = alloca [6 x [4 x i32]], align 4
  %m = alloca [6 x i32], align 4
  %m48 = alloca [6 x i32], align 4
  %y = alloca [4 x i32], align 4
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
  %j.0 = phi i32 [ 0, %if.end ], [ %inc41, %for.end ]
  %cmp15 = icmp slt i32 %j.0, 6
  br i1 %cmp15, label %for.body, label %for.cond44

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
  %arrayidx = getelementptr inbounds i32, ptr %products, i64 %add29
  %4 = load i32, ptr %arrayidx, align 4, !tbaa !3
  %arrayidx30 = getelementptr inbounds i32, ptr %input_shift, i64 %conv
  %5 = load i32, ptr %arrayidx30, align 4, !tbaa !3
  %arrayidx32 = getelementptr inbounds i32, ptr %filter_shift, i64 %conv
  %6 = load i32, ptr %arrayidx32, align 4, !tbaa !3
  %add33 = add nsw i32 %5, %6
  %shl = shl i32 1, %add33
  %mul34 = mul nsw i32 %4, %shl
  %idxprom35 = sext i32 %i.0 to i64
  %arrayidx36 = getelementptr inbounds [6 x i32], ptr %m, i64 0, i64 %idxprom35
  store i32 %mul34, ptr %arrayidx36, align 4, !tbaa !3
  %inc = add nsw i32 %i.0, 1
  br label %for.cond16, !llvm.loop !15

for.end:                                          ; preds = %for.cond16
  %idxprom37 = sext i32 %j.0 to i64
  %arrayidx38 = getelementptr inbounds [6 x [4 x i32]], ptr %rows, i64 0, i64 %idxprom37
  %7 = load i32, ptr %m, align 4, !tbaa !3
  %arrayidx1.i = getelementptr inbounds i32, ptr %m, i64 1
  %8 = load i32, ptr %arrayidx1.i, align 4, !tbaa !3
  %add.i = add nsw i32 %7, %8
  %arrayidx2.i = getelementptr inbounds i32, ptr %m, i64 2
  %9 = load i32, ptr %arrayidx2.i, align 4, !tbaa !3
  %add3.i = add nsw i32 %add.i, %9
  %arrayidx4.i = getelementptr inbounds i32, ptr %m, i64 3
  %10 = load i32, ptr %arrayidx4.i, align 4, !tbaa !3
  %add5.i = add nsw i32 %add3.i, %10
  %arrayidx6.i = getelementptr inbounds i32, ptr %m, i64 4
  %11 = load i32, ptr %arrayidx6.i, align 4, !tbaa !3
  %add7.i = add nsw i32 %add5.i, %11
  store i32 %add7.i, ptr %arrayidx38, align 4, !tbaa !3
  %12 = load i32, ptr %arrayidx1.i, align 4, !tbaa !3
  %13 = load i32, ptr %arrayidx2.i, align 4, !tbaa !3
  %sub.i = sub nsw i32 %12, %13
  %14 = load i32, ptr %arrayidx4.i, align 4, !tbaa !3
  %mul.i = mul nsw i32 2, %14
  %add12.i = add nsw i32 %sub.i, %mul.i
  %15 = load i32, ptr %arrayidx6.i, align 4, !tbaa !3
  %mul14.i = mul nsw i32 2, %15
  %sub15.i = sub nsw i32 %add12.i, %mul14.i
  %arrayidx16.i = getelementptr inbounds i32, ptr %arrayidx38, i64 1
  store i32 %sub15.i, ptr %arrayidx16.i, align 4, !tbaa !3
  %16 = load i32, ptr %arrayidx1.i, align 4, !tbaa !3
  %17 = load i32, ptr %arrayidx2.i, align 4, !tbaa !3
  %add19.i = add nsw i32 %16, %17
  %18 = load i32, ptr %arrayidx4.i, align 4, !tbaa !3
  %mul21.i = mul nsw i32 4, %18
  %add22.i = add nsw i32 %add19.i, %mul21.i
  %19 = load i32, ptr %arrayidx6.i, align 4, !tbaa !3
  %mul24.i = mul nsw i32 4, %19
  %add25.i = add nsw i32 %add22.i, %mul24.i
  %arrayidx26.i = getelementptr inbounds i32, ptr %arrayidx38, i64 2
  store i32 %add25.i, ptr %arrayidx26.i, align 4, !tbaa !3
  %20 = load i32, ptr %arrayidx1.i, align 4, !tbaa !3
  %21 = load i32, ptr %arrayidx2.i, align 4, !tbaa !3
  %sub29.i = sub nsw i32 %20, %21
  %22 = load i32, ptr %arrayidx4.i, align 4, !tbaa !3
  %mul31.i = mul nsw i32 8, %22
  %add32.i = add nsw i32 %sub29.i, %mul31.i
  %23 = load i32, ptr %arrayidx6.i, align 4, !tbaa !3
  %mul34.i = mul nsw i32 8, %23
  %sub35.i = sub nsw i32 %add32.i, %mul34.i
  %arrayidx36.i = getelementptr inbounds i32, ptr %m, i64 5
  %24 = load i32, ptr %arrayidx36.i, align 4, !tbaa !3
  %add37.i = add nsw i32 %sub35.i, %24
  %arrayidx38.i = getelementptr inbounds i32, ptr %arrayidx38, i64 3
  store i32 %add37.i, ptr %arrayidx38.i, align 4, !tbaa !3
  call void @llvm.lifetime.end.p0(ptr %m) #3
  %inc41 = add nsw i32 %j.0, 1
  br label %for.cond, !llvm.loop !16

for.cond44:                                       ; preds = %for.cond, %for.end96
  %i43.0 = phi i32 [ %inc98, %for.end96 ], [ 0, %for.cond ]
  %cmp45 = icmp slt i32 %i43.0, 4
  br i1 %cmp45, label %for.body47, label %for.end99

for.body47:                                       ; preds = %for.cond44
  call void @llvm.lifetime.start.p0(ptr %m48) #3
  call void @llvm.lifetime.start.p0(ptr %y) #3
  br label %for.cond50

for.cond50:                                       ; preds = %for.body53, %for.body47
  %j49.0 = phi i32 [ 0, %for.body47 ], [ %inc61, %for.body53 ]
  %cmp51 = icmp slt i32 %j49.0, 6
  br i1 %cmp51, label %for.body53, label %for.end62

for.body53:                                       ; preds = %for.cond50
  %idxprom54 = sext i32 %j49.0 to i64
  %arrayidx55 = getelementptr inbounds [6 x [4 x i32]], ptr %rows, i64 0, i64 %idxprom54
  %idxprom56 = sext i32 %i43.0 to i64
  %arrayidx57 = getelementptr inbounds [4 x i32], ptr %arrayidx55, i64 0, i64 %idxprom56
  %25 = load i32, ptr %arrayidx57, align 4, !tbaa !3
  %arrayidx59 = getelementptr inbounds [6 x i32], ptr %m48, i64 0, i64 %idxprom54
  store i32 %25, ptr %arrayidx59, align 4, !tbaa !3
  %inc61 = add nsw i32 %j49.0, 1
  br label %for.cond50, !llvm.loop !17

for.end62:                                        ; preds = %for.cond50
  %26 = load i32, ptr %m48, align 4, !tbaa !3
  %arrayidx1.i3 = getelementptr inbounds i32, ptr %m48, i64 1
  %27 = load i32, ptr %arrayidx1.i3, align 4, !tbaa !3
  %add.i4 = add nsw i32 %26, %27
  %arrayidx2.i5 = getelementptr inbounds i32, ptr %m48, i64 2
  %28 = load i32, ptr %arrayidx2.i5, align 4, !tbaa !3
  %add3.i6 = add nsw i32 %add.i4, %28
  %arrayidx4.i7 = getelementptr inbounds i32, ptr %m48, i64 3
  %29 = load i32, ptr %arrayidx4.i7, align 4, !tbaa !3
  %add5.i8 = add nsw i32 %add3.i6, %29
  %arrayidx6.i9 = getelementptr inbounds i32, ptr %m48, i64 4
  %30 = load i32, ptr %arrayidx6.i9, align 4, !tbaa !3
  %add7.i10 = add nsw i32 %add5.i8, %30
  store i32 %add7.i10, ptr %y, align 4, !tbaa !3
  %31 = load i32, ptr %arrayidx1.i3, align 4, !tbaa !3
  %32 = load i32, ptr %arrayidx2.i5, align 4, !tbaa !3
  %sub.i13 = sub nsw i32 %31, %32
  %33 = load i32, ptr %arrayidx4.i7, align 4, !tbaa !3
  %mul.i15 = mul nsw i32 2, %33
  %add12.i16 = add nsw i32 %sub.i13, %mul.i15
  %34 = load i32, ptr %arrayidx6.i9, align 4, !tbaa !3
  %mul14.i18 = mul nsw i32 2, %34
  %sub15.i19 = sub nsw i32 %add12.i16, %mul14.i18
  %arrayidx16.i20 = getelementptr inbounds i32, ptr %y, i64 1
  store i32 %sub15.i19, ptr %arrayidx16.i20, align 4, !tbaa !3
  %35 = load i32, ptr %arrayidx1.i3, align 4, !tbaa !3
  %36 = load i32, ptr %arrayidx2.i5, align 4, !tbaa !3
  %add19.i23 = add nsw i32 %35, %36
  %37 = load i32, ptr %arrayidx4.i7, align 4, !tbaa !3
  %mul21.i25 = mul nsw i32 4, %37
  %add22.i26 = add nsw i32 %add19.i23, %mul21.i25
  %38 = load i32, ptr %arrayidx6.i9, align 4, !tbaa !3
  %mul24.i28 = mul nsw i32 4, %38
  %add25.i29 = add nsw i32 %add22.i26, %mul24.i28
  %arrayidx26.i30 = getelementptr inbounds i32, ptr %y, i64 2
  store i32 %add25.i29, ptr %arrayidx26.i30, align 4, !tbaa !3
  %39 = load i32, ptr %arrayidx1.i3, align 4, !tbaa !3
  %40 = load i32, ptr %arrayidx2.i5, align 4, !tbaa !3
  %sub29.i33 = sub nsw i32 %39, %40
  %41 = load i32, ptr %arrayidx4.i7, align 4, !tbaa !3
  %mul31.i35 = mul nsw i32 8, %41
  %add32.i36 = add nsw i32 %sub29.i33, %mul31.i35
  %42 = load i32, ptr %arrayidx6.i9, align 4, !tbaa !3
  %mul34.i38 = mul nsw i32 8, %42
  %sub35.i39 = sub nsw i32 %add32.i36, %mul34.i38
  %arrayidx36.i40 = getelementptr inbounds i32, ptr %m48, i64 5
  %43 = load i32, ptr %arrayidx36.i40, align 4, !tbaa !3
  %add37.i41 = add nsw i32 %sub35.i39, %43
  %arrayidx38.i42 = getelementptr inbounds i32, ptr %y, i64 3
  store i32 %add37.i41, ptr %arrayidx38.i42, align 4, !tbaa !3
  br label %for.cond66

for.cond66:                                       ; preds = %for.inc94, %for.end62
  %j65.0 = phi i32 [ 0, %for.end62 ], [ %inc95, %for.inc94 ]
  %cmp67 = icmp slt i32 %j65.0, 4
  br i1 %cmp67, label %for.body69, label %for.end96

for.body69:                                       ; preds = %for.cond66
  %add70 = add nsw i32 %mul12, %i43.0
  %cmp71 = icmp slt i32 %add70, %height
  %add72 = add nsw i32 %mul14, %j65.0
  %cmp73 = icmp slt i32 %add72, %width
  %or.cond = select i1 %cmp71, i1 %cmp73, i1 false
  br i1 %or.cond, label %if.then74, label %for.inc94

if.then74:                                        ; preds = %for.body69
  %idxprom75 = sext i32 %j65.0 to i64
  %arrayidx76 = getelementptr inbounds [4 x i32], ptr %y, i64 0, i64 %idxprom75
  %44 = load i32, ptr %arrayidx76, align 4, !tbaa !3
  %mul77 = mul nsw i32 %div10, %outputs
  %add78 = add nsw i32 %mul77, %3
  %conv79 = sext i32 %add78 to i64
  %conv80 = sext i32 %height to i64
  %mul81 = mul nsw i64 %conv79, %conv80
  %conv82 = sext i32 %mul12 to i64
  %add83 = add nsw i64 %mul81, %conv82
  %conv84 = sext i32 %i43.0 to i64
  %add85 = add nsw i64 %add83, %conv84
  %conv86 = sext i32 %width to i64
  %mul87 = mul nsw i64 %add85, %conv86
  %conv88 = sext i32 %mul14 to i64
  %add89 = add nsw i64 %mul87, %conv88
  %add91 = add nsw i64 %add89, %idxprom75
  %arrayidx92 = getelementptr inbounds i32, ptr %out, i64 %add91
  store i32 %44, ptr %arrayidx92, align 4, !tbaa !3
  br label %for.inc94

for.inc94:                                        ; preds = %for.body69, %if.then74
  %inc95 = add nsw i32 %j65.0, 1
  br label %for.cond66, !llvm.loop !18

for.end96:                                        ; preds = %for.cond66
  call void @llvm.lifetime.end.p0(ptr %y) #3
  call void @llvm.lifetime.end.p0(ptr %m48) #3
  %inc98 = add nsw i32 %i43.0, 1
  br label %for.cond44, !llvm.loop !19

for.end99:                                        ; preds = %for.cond44
  call void @llvm.lifetime.end.p0(ptr %rows) #3
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %for.end99, %entry
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
!7 = !{!5, !5, i64 0}
!8 = distinct !{!8, !9}
!9 = !{!"llvm.loop.mustprogress"}
!10 = distinct !{!10, !9}
!11 = distinct !{!11, !9}
!12 = distinct !{!12, !9}
!13 = distinct !{!13, !9}
!14 = distinct !{!14, !9}
!15 = distinct !{!15, !9}
!16 = distinct !{!16, !9}
!17 = distinct !{!17, !9}
!18 = distinct !{!18, !9}
!19 = distinct !{!19, !9}
