source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @winograd_f4_input(ptr noalias noundef %input, ptr noalias noundef %patches, i32 noundef %images, i32 noundef %channels, i32 noundef %height, i32 noundef %width) #0 {
entry:
  %inside_columns = alloca [6 x i8], align 1
  %d = alloca [6 x [6 x float]], align 4
  %columns = alloca [6 x [6 x float]], align 4
  %across = alloca [6 x float], align 4
  %v = alloca [6 x float], align 4
  %add = add i32 %height, 3
  %div = udiv i32 %add, 4
  %add1 = add i32 %width, 3
  %div2 = udiv i32 %add1, 4
  %mul = mul i32 %images, %div
  %mul3 = mul i32 %mul, %div2
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul5 = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add7 = add i32 %mul5, %2
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %cmp = icmp uge i32 %add7, %mul3
  br i1 %cmp, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %div9 = udiv i32 %add7, %div2
  %div10 = udiv i32 %div9, %div
  %mul11 = mul i32 %div10, %div
  %sub = sub i32 %div9, %mul11
  %mul12 = mul nsw i32 %sub, 4
  %sub13 = sub nsw i32 %mul12, 1
  %mul14 = mul i32 %div9, %div2
  %sub15 = sub i32 %add7, %mul14
  %mul16 = mul nsw i32 %sub15, 4
  %sub17 = sub nsw i32 %mul16, 1
  %mul18 = mul i32 %div10, %channels
  %add19 = add i32 %mul18, %3
  %conv = zext i32 %add19 to i64
  %conv20 = sext i32 %height to i64
  %mul21 = mul nsw i64 %conv, %conv20
  %conv22 = sext i32 %sub13 to i64
  %add23 = add nsw i64 %mul21, %conv22
  %conv24 = sext i32 %width to i64
  %mul25 = mul nsw i64 %add23, %conv24
  %add.ptr = getelementptr inbounds float, ptr %input, i64 %mul25
  %idx.ext = sext i32 %sub17 to i64
  %add.ptr26 = getelementptr inbounds float, ptr %add.ptr, i64 %idx.ext
  call void @llvm.lifetime.start.p0(ptr %inside_columns) #5
  br label %for.cond

for.cond:                                         ; preds = %for.body, %if.end
  %j.0 = phi i32 [ 0, %if.end ], [ %inc, %for.body ]
  %cmp27 = icmp slt i32 %j.0, 6
  br i1 %cmp27, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %add28 = add nsw i32 %sub17, %j.0
  %cmp29 = icmp ult i32 %add28, %width
  %idxprom = sext i32 %j.0 to i64
  %arrayidx = getelementptr inbounds [6 x i8], ptr %inside_columns, i64 0, i64 %idxprom
  %storedv = zext i1 %cmp29 to i8
  store i8 %storedv, ptr %arrayidx, align 1, !tbaa !7
  %inc = add nsw i32 %j.0, 1
  br label %for.cond, !llvm.loop !9

for.end:                                          ; preds = %for.cond
  call void @llvm.lifetime.start.p0(ptr %d) #5
  br label %for.cond30

for.cond30:                                       ; preds = %for.inc58, %for.end
  %i.0 = phi i32 [ 0, %for.end ], [ %inc59, %for.inc58 ]
  %cmp31 = icmp slt i32 %i.0, 6
  br i1 %cmp31, label %for.body33, label %for.end60

for.body33:                                       ; preds = %for.cond30
  %add34 = add nsw i32 %sub13, %i.0
  %cmp35 = icmp ult i32 %add34, %height
  br label %for.cond38

for.cond38:                                       ; preds = %cond.end, %for.body33
  %j37.0 = phi i32 [ 0, %for.body33 ], [ %inc56, %cond.end ]
  %cmp39 = icmp slt i32 %j37.0, 6
  br i1 %cmp39, label %for.body41, label %for.inc58

for.body41:                                       ; preds = %for.cond38
  br i1 %cmp35, label %land.lhs.true, label %cond.end

land.lhs.true:                                    ; preds = %for.body41
  %idxprom42 = sext i32 %j37.0 to i64
  %arrayidx43 = getelementptr inbounds [6 x i8], ptr %inside_columns, i64 0, i64 %idxprom42
  %4 = load i8, ptr %arrayidx43, align 1, !tbaa !7, !range !12, !noundef !13
  %loadedv44 = trunc i8 %4 to i1
  br i1 %loadedv44, label %cond.true, label %cond.end

cond.true:                                        ; preds = %land.lhs.true
  %conv45 = sext i32 %i.0 to i64
  %mul47 = mul nsw i64 %conv45, %conv24
  %add49 = add nsw i64 %mul47, %idxprom42
  %arrayidx50 = getelementptr inbounds float, ptr %add.ptr26, i64 %add49
  %5 = load float, ptr %arrayidx50, align 4, !tbaa !14
  br label %cond.end

cond.end:                                         ; preds = %for.body41, %land.lhs.true, %cond.true
  %cond = phi contract float [ %5, %cond.true ], [ 0.000000e+00, %land.lhs.true ], [ 0.000000e+00, %for.body41 ]
  %idxprom51 = sext i32 %j37.0 to i64
  %arrayidx52 = getelementptr inbounds [6 x [6 x float]], ptr %d, i64 0, i64 %idxprom51
  %idxprom53 = sext i32 %i.0 to i64
  %arrayidx54 = getelementptr inbounds [6 x float], ptr %arrayidx52, i64 0, i64 %idxprom53
  store float %cond, ptr %arrayidx54, align 4, !tbaa !14
  %inc56 = add nsw i32 %j37.0, 1
  br label %for.cond38, !llvm.loop !16

for.inc58:                                        ; preds = %for.cond38
  %inc59 = add nsw i32 %i.0, 1
  br label %for.cond30, !llvm.loop !17

for.end60:                                        ; preds = %for.cond30
  call void @llvm.lifetime.start.p0(ptr %columns) #5
  br label %for.cond62

for.cond62:                                       ; preds = %for.body65, %for.end60
  %j61.0 = phi i32 [ 0, %for.end60 ], [ %inc72, %for.body65 ]
  %cmp63 = icmp slt i32 %j61.0, 6
  br i1 %cmp63, label %for.body65, label %for.end73

for.body65:                                       ; preds = %for.cond62
  %idxprom66 = sext i32 %j61.0 to i64
  %arrayidx67 = getelementptr inbounds [6 x [6 x float]], ptr %d, i64 0, i64 %idxprom66
  %arrayidx69 = getelementptr inbounds [6 x [6 x float]], ptr %columns, i64 0, i64 %idxprom66
  %arrayidx.i = getelementptr inbounds float, ptr %arrayidx67, i64 2
  %6 = load float, ptr %arrayidx.i, align 4, !tbaa !14
  %arrayidx1.i = getelementptr inbounds float, ptr %arrayidx67, i64 4
  %7 = load float, ptr %arrayidx1.i, align 4, !tbaa !14
  %8 = call contract noundef float @llvm.fma.f32(float -4.000000e+00, float %6, float %7)
  %arrayidx2.i = getelementptr inbounds float, ptr %arrayidx67, i64 1
  %9 = load float, ptr %arrayidx2.i, align 4, !tbaa !14
  %arrayidx3.i = getelementptr inbounds float, ptr %arrayidx67, i64 3
  %10 = load float, ptr %arrayidx3.i, align 4, !tbaa !14
  %11 = call contract noundef float @llvm.fma.f32(float -4.000000e+00, float %9, float %10)
  %sub.i = fsub contract float %7, %6
  %sub9.i = fsub contract float %10, %9
  %mul.i = fmul contract float 2.000000e+00, %sub9.i
  %12 = load float, ptr %arrayidx67, align 4, !tbaa !14
  %13 = call contract noundef float @llvm.fma.f32(float -5.000000e+00, float %6, float %7)
  %14 = call contract noundef float @llvm.fma.f32(float 4.000000e+00, float %12, float %13)
  store float %14, ptr %arrayidx69, align 4, !tbaa !14
  %add.i = fadd contract float %8, %11
  %arrayidx16.i = getelementptr inbounds float, ptr %arrayidx69, i64 1
  store float %add.i, ptr %arrayidx16.i, align 4, !tbaa !14
  %sub17.i = fsub contract float %8, %11
  %arrayidx18.i = getelementptr inbounds float, ptr %arrayidx69, i64 2
  store float %sub17.i, ptr %arrayidx18.i, align 4, !tbaa !14
  %add19.i = fadd contract float %sub.i, %mul.i
  %arrayidx20.i = getelementptr inbounds float, ptr %arrayidx69, i64 3
  store float %add19.i, ptr %arrayidx20.i, align 4, !tbaa !14
  %sub21.i = fsub contract float %sub.i, %mul.i
  %arrayidx22.i = getelementptr inbounds float, ptr %arrayidx69, i64 4
  store float %sub21.i, ptr %arrayidx22.i, align 4, !tbaa !14
  %15 = load float, ptr %arrayidx2.i, align 4, !tbaa !14
  %16 = load float, ptr %arrayidx3.i, align 4, !tbaa !14
  %arrayidx25.i = getelementptr inbounds float, ptr %arrayidx67, i64 5
  %17 = load float, ptr %arrayidx25.i, align 4, !tbaa !14
  %18 = call contract noundef float @llvm.fma.f32(float -5.000000e+00, float %16, float %17)
  %19 = call contract noundef float @llvm.fma.f32(float 4.000000e+00, float %15, float %18)
  %arrayidx28.i = getelementptr inbounds float, ptr %arrayidx69, i64 5
  store float %19, ptr %arrayidx28.i, align 4, !tbaa !14
  %inc72 = add nsw i32 %j61.0, 1
  br label %for.cond62, !llvm.loop !18

for.end73:                                        ; preds = %for.cond62
  %conv74 = zext i32 %3 to i64
  %conv75 = zext i32 %mul3 to i64
  %mul76 = mul nsw i64 %conv74, %conv75
  %add.ptr77 = getelementptr inbounds float, ptr %patches, i64 %mul76
  %idx.ext78 = zext i32 %add7 to i64
  %add.ptr79 = getelementptr inbounds nuw float, ptr %add.ptr77, i64 %idx.ext78
  %conv80 = sext i32 %channels to i64
  %mul82 = mul nsw i64 %conv80, %conv75
  br label %for.cond84

for.cond84:                                       ; preds = %for.end118, %for.end73
  %i83.0 = phi i32 [ 0, %for.end73 ], [ %inc120, %for.end118 ]
  %cmp85 = icmp slt i32 %i83.0, 6
  br i1 %cmp85, label %for.body87, label %for.end121

for.body87:                                       ; preds = %for.cond84
  call void @llvm.lifetime.start.p0(ptr %across) #5
  call void @llvm.lifetime.start.p0(ptr %v) #5
  br label %for.cond89

for.cond89:                                       ; preds = %for.body92, %for.body87
  %j88.0 = phi i32 [ 0, %for.body87 ], [ %inc100, %for.body92 ]
  %cmp90 = icmp slt i32 %j88.0, 6
  br i1 %cmp90, label %for.body92, label %for.end101

for.body92:                                       ; preds = %for.cond89
  %idxprom93 = sext i32 %j88.0 to i64
  %arrayidx94 = getelementptr inbounds [6 x [6 x float]], ptr %columns, i64 0, i64 %idxprom93
  %idxprom95 = sext i32 %i83.0 to i64
  %arrayidx96 = getelementptr inbounds [6 x float], ptr %arrayidx94, i64 0, i64 %idxprom95
  %20 = load float, ptr %arrayidx96, align 4, !tbaa !14
  %arrayidx98 = getelementptr inbounds [6 x float], ptr %across, i64 0, i64 %idxprom93
  store float %20, ptr %arrayidx98, align 4, !tbaa !14
  %inc100 = add nsw i32 %j88.0, 1
  br label %for.cond89, !llvm.loop !19

for.end101:                                       ; preds = %for.cond89
  %arrayidx.i7 = getelementptr inbounds float, ptr %across, i64 2
  %21 = load float, ptr %arrayidx.i7, align 4, !tbaa !14
  %arrayidx1.i8 = getelementptr inbounds float, ptr %across, i64 4
  %22 = load float, ptr %arrayidx1.i8, align 4, !tbaa !14
  %23 = call contract noundef float @llvm.fma.f32(float -4.000000e+00, float %21, float %22)
  %arrayidx2.i10 = getelementptr inbounds float, ptr %across, i64 1
  %24 = load float, ptr %arrayidx2.i10, align 4, !tbaa !14
  %arrayidx3.i11 = getelementptr inbounds float, ptr %across, i64 3
  %25 = load float, ptr %arrayidx3.i11, align 4, !tbaa !14
  %26 = call contract noundef float @llvm.fma.f32(float -4.000000e+00, float %24, float %25)
  %sub.i15 = fsub contract float %22, %21
  %sub9.i18 = fsub contract float %25, %24
  %mul.i19 = fmul contract float 2.000000e+00, %sub9.i18
  %27 = load float, ptr %across, align 4, !tbaa !14
  %28 = call contract noundef float @llvm.fma.f32(float -5.000000e+00, float %21, float %22)
  %29 = call contract noundef float @llvm.fma.f32(float 4.000000e+00, float %27, float %28)
  store float %29, ptr %v, align 4, !tbaa !14
  %add.i24 = fadd contract float %23, %26
  %arrayidx16.i25 = getelementptr inbounds float, ptr %v, i64 1
  store float %add.i24, ptr %arrayidx16.i25, align 4, !tbaa !14
  %sub17.i26 = fsub contract float %23, %26
  %arrayidx18.i27 = getelementptr inbounds float, ptr %v, i64 2
  store float %sub17.i26, ptr %arrayidx18.i27, align 4, !tbaa !14
  %add19.i28 = fadd contract float %sub.i15, %mul.i19
  %arrayidx20.i29 = getelementptr inbounds float, ptr %v, i64 3
  store float %add19.i28, ptr %arrayidx20.i29, align 4, !tbaa !14
  %sub21.i30 = fsub contract float %sub.i15, %mul.i19
  %arrayidx22.i31 = getelementptr inbounds float, ptr %v, i64 4
  store float %sub21.i30, ptr %arrayidx22.i31, align 4, !tbaa !14
  %30 = load float, ptr %arrayidx2.i10, align 4, !tbaa !14
  %31 = load float, ptr %arrayidx3.i11, align 4, !tbaa !14
  %arrayidx25.i34 = getelementptr inbounds float, ptr %across, i64 5
  %32 = load float, ptr %arrayidx25.i34, align 4, !tbaa !14
  %33 = call contract noundef float @llvm.fma.f32(float -5.000000e+00, float %31, float %32)
  %34 = call contract noundef float @llvm.fma.f32(float 4.000000e+00, float %30, float %33)
  %arrayidx28.i37 = getelementptr inbounds float, ptr %v, i64 5
  store float %34, ptr %arrayidx28.i37, align 4, !tbaa !14
  br label %for.cond105

for.cond105:                                      ; preds = %for.body108, %for.end101
  %j104.0 = phi i32 [ 0, %for.end101 ], [ %inc117, %for.body108 ]
  %cmp106 = icmp slt i32 %j104.0, 6
  br i1 %cmp106, label %for.body108, label %for.end118

for.body108:                                      ; preds = %for.cond105
  %idxprom109 = sext i32 %j104.0 to i64
  %arrayidx110 = getelementptr inbounds [6 x float], ptr %v, i64 0, i64 %idxprom109
  %35 = load float, ptr %arrayidx110, align 4, !tbaa !14
  %mul111 = mul nsw i32 %i83.0, 6
  %add112 = add nsw i32 %mul111, %j104.0
  %conv113 = sext i32 %add112 to i64
  %mul114 = mul nsw i64 %conv113, %mul82
  %arrayidx115 = getelementptr inbounds float, ptr %add.ptr79, i64 %mul114
  store float %35, ptr %arrayidx115, align 4, !tbaa !14
  %inc117 = add nsw i32 %j104.0, 1
  br label %for.cond105, !llvm.loop !20

for.end118:                                       ; preds = %for.cond105
  call void @llvm.lifetime.end.p0(ptr %v) #5
  call void @llvm.lifetime.end.p0(ptr %across) #5
  %inc120 = add nsw i32 %i83.0, 1
  br label %for.cond84, !llvm.loop !21

for.end121:                                       ; preds = %for.cond84
  call void @llvm.lifetime.end.p0(ptr %columns) #5
  call void @llvm.lifetime.end.p0(ptr %d) #5
  call void @llvm.lifetime.end.p0(ptr %inside_columns) #5
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %for.end121, %entry
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(ptr captures(none)) #1

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @winograd_f4_multiply(ptr noalias noundef %filters, ptr noalias noundef %patches, ptr noalias noundef %products, i32 noundef %outputs, i32 noundef %channels, i32 noundef %tiles) #0 {
entry:
  %a.i182 = alloca [4 x [1 x float]], align 4
  %b.i183 = alloca [1 x [2 x float]], align 4
  %a.i133 = alloca [4 x [4 x float]], align 4
  %b.i134 = alloca [4 x [2 x float]], align 4
  %a.i = alloca [4 x [4 x float]], align 4
  %b.i = alloca [4 x [2 x float]], align 4
  %filter.i = alloca [4 x i32], align 4
  %patch.i = alloca [2 x i32], align 4
  %sum.i = alloca [4 x [2 x float]], align 4
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %mul.i = mul i32 %0, 64
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add.i = add i32 %mul.i, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.y()
  %mul4.i = mul i32 %2, %3
  %4 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.y()
  %add6.i = add i32 %mul4.i, %4
  %mul7.i = mul i32 %add6.i, 4
  %5 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.z()
  %cmp.i = icmp sge i32 %mul7.i, %outputs
  br i1 %cmp.i, label %_ZL17multiply_positionPKfS0_Pfiii.exit, label %if.end.i

if.end.i:                                         ; preds = %entry
  call void @llvm.lifetime.start.p0(ptr %filter.i) #5
  br label %for.cond.i

for.cond.i:                                       ; preds = %for.body.i, %if.end.i
  %m.i.0 = phi i32 [ 0, %if.end.i ], [ %inc.i, %for.body.i ]
  %cmp9.i = icmp slt i32 %m.i.0, 4
  br i1 %cmp9.i, label %for.body.i, label %for.cond.cleanup.i

for.cond.cleanup.i:                               ; preds = %for.cond.i
  call void @llvm.lifetime.start.p0(ptr %patch.i) #5
  br label %for.cond15.i

for.body.i:                                       ; preds = %for.cond.i
  %mul10.i = mul nsw i32 %5, %outputs
  %add11.i = add nsw i32 %mul7.i, %m.i.0
  %sub.i = sub nsw i32 %outputs, 1
  %cmp.i1 = icmp slt i32 %add11.i, %sub.i
  %add11.i.sub.i = select i1 %cmp.i1, i32 %add11.i, i32 %sub.i
  %add13.i = add nsw i32 %mul10.i, %add11.i.sub.i
  %mul14.i = mul i32 %add13.i, %channels
  %idxprom.i = sext i32 %m.i.0 to i64
  %arrayidx.i = getelementptr inbounds [4 x i32], ptr %filter.i, i64 0, i64 %idxprom.i
  store i32 %mul14.i, ptr %arrayidx.i, align 4, !tbaa !3
  %inc.i = add nsw i32 %m.i.0, 1
  br label %for.cond.i, !llvm.loop !22

for.cond15.i:                                     ; preds = %for.body18.i, %for.cond.cleanup.i
  %n.i.0 = phi i32 [ 0, %for.cond.cleanup.i ], [ %inc29.i, %for.body18.i ]
  %cmp16.i = icmp slt i32 %n.i.0, 2
  br i1 %cmp16.i, label %for.body18.i, label %for.cond.cleanup17.i

for.cond.cleanup17.i:                             ; preds = %for.cond15.i
  call void @llvm.lifetime.start.p0(ptr %sum.i) #5
  call void @llvm.memset.p0.i64(ptr align 4 %sum.i, i8 0, i64 32, i1 false)
  %rem.i = srem i32 %channels, 4
  %cmp31.i = icmp eq i32 %rem.i, 0
  br i1 %cmp31.i, label %for.cond.i16, label %if.else.i

for.body18.i:                                     ; preds = %for.cond15.i
  %mul19.i = mul i32 %5, %channels
  %mul20.i = mul i32 %mul19.i, %tiles
  %mul21.i = mul nsw i32 %n.i.0, 32
  %add22.i = add nsw i32 %add.i, %mul21.i
  %sub23.i = sub nsw i32 %tiles, 1
  %cmp.i4 = icmp slt i32 %add22.i, %sub23.i
  %add22.i.sub23.i = select i1 %cmp.i4, i32 %add22.i, i32 %sub23.i
  %add25.i = add i32 %mul20.i, %add22.i.sub23.i
  %idxprom26.i = sext i32 %n.i.0 to i64
  %arrayidx27.i = getelementptr inbounds [2 x i32], ptr %patch.i, i64 0, i64 %idxprom26.i
  store i32 %add25.i, ptr %arrayidx27.i, align 4, !tbaa !3
  %inc29.i = add nsw i32 %n.i.0, 1
  br label %for.cond15.i, !llvm.loop !23

for.cond.i16:                                     ; preds = %for.cond.cleanup17.i, %for.cond.cleanup7.i
  %channel.i.0 = phi i32 [ %add16.i, %for.cond.cleanup7.i ], [ 0, %for.cond.cleanup17.i ]
  %cmp.i17 = icmp ult i32 %channel.i.0, %channels
  br i1 %cmp.i17, label %for.body.i19, label %if.end34.i

for.body.i19:                                     ; preds = %for.cond.i16
  call void @llvm.lifetime.start.p0(ptr %a.i) #5
  call void @llvm.lifetime.start.p0(ptr %b.i) #5
  br label %for.cond.i101

for.cond.i101:                                    ; preds = %for.cond.cleanup3.i121, %for.body.i19
  %m.i98.0 = phi i32 [ 0, %for.body.i19 ], [ %inc10.i, %for.cond.cleanup3.i121 ]
  %cmp.i102 = icmp slt i32 %m.i98.0, 4
  br i1 %cmp.i102, label %for.body.i116, label %for.cond13.i

for.body.i116:                                    ; preds = %for.cond.i101
  %idxprom.i117 = sext i32 %m.i98.0 to i64
  %arrayidx.i118 = getelementptr inbounds [4 x i32], ptr %filter.i, i64 0, i64 %idxprom.i117
  %6 = load i32, ptr %arrayidx.i118, align 4, !tbaa !3
  %idx.ext.i = zext i32 %6 to i64
  %add.ptr.i = getelementptr inbounds nuw float, ptr %filters, i64 %idx.ext.i
  %7 = load <4 x float>, ptr %add.ptr.i, align 16, !tbaa !24
  br label %for.cond1.i119

for.cond1.i119:                                   ; preds = %for.body4.i122, %for.body.i116
  %k.i.0 = phi i32 [ 0, %for.body.i116 ], [ %inc.i123, %for.body4.i122 ]
  %cmp2.i120 = icmp slt i32 %k.i.0, 4
  br i1 %cmp2.i120, label %for.body4.i122, label %for.cond.cleanup3.i121

for.cond.cleanup3.i121:                           ; preds = %for.cond1.i119
  %inc10.i = add nsw i32 %m.i98.0, 1
  br label %for.cond.i101, !llvm.loop !25

for.body4.i122:                                   ; preds = %for.cond1.i119
  %vecext.i = extractelement <4 x float> %7, i32 %k.i.0
  %arrayidx6.i = getelementptr inbounds [4 x [4 x float]], ptr %a.i, i64 0, i64 %idxprom.i117
  %idxprom7.i = sext i32 %k.i.0 to i64
  %arrayidx8.i = getelementptr inbounds [4 x float], ptr %arrayidx6.i, i64 0, i64 %idxprom7.i
  store float %vecext.i, ptr %arrayidx8.i, align 4, !tbaa !14
  %inc.i123 = add nsw i32 %k.i.0, 1
  br label %for.cond1.i119, !llvm.loop !26

for.cond13.i:                                     ; preds = %for.cond.i101, %for.cond.cleanup19.i
  %k12.i.0 = phi i32 [ %inc33.i, %for.cond.cleanup19.i ], [ 0, %for.cond.i101 ]
  %cmp14.i = icmp slt i32 %k12.i.0, 4
  br i1 %cmp14.i, label %for.cond17.i, label %for.cond36.i104

for.cond17.i:                                     ; preds = %for.cond13.i, %for.body20.i
  %n.i100.0 = phi i32 [ %inc30.i, %for.body20.i ], [ 0, %for.cond13.i ]
  %cmp18.i = icmp slt i32 %n.i100.0, 2
  br i1 %cmp18.i, label %for.body20.i, label %for.cond.cleanup19.i

for.cond.cleanup19.i:                             ; preds = %for.cond17.i
  %inc33.i = add nsw i32 %k12.i.0, 1
  br label %for.cond13.i, !llvm.loop !27

for.body20.i:                                     ; preds = %for.cond17.i
  %idxprom21.i = sext i32 %n.i100.0 to i64
  %arrayidx22.i = getelementptr inbounds [2 x i32], ptr %patch.i, i64 0, i64 %idxprom21.i
  %8 = load i32, ptr %arrayidx22.i, align 4, !tbaa !3
  %mul.i114 = mul i32 %k12.i.0, %tiles
  %add.i115 = add i32 %8, %mul.i114
  %idxprom23.i = zext i32 %add.i115 to i64
  %arrayidx24.i = getelementptr inbounds nuw float, ptr %patches, i64 %idxprom23.i
  %9 = load float, ptr %arrayidx24.i, align 4, !tbaa !14
  %idxprom25.i = sext i32 %k12.i.0 to i64
  %arrayidx26.i = getelementptr inbounds [4 x [2 x float]], ptr %b.i, i64 0, i64 %idxprom25.i
  %arrayidx28.i = getelementptr inbounds [2 x float], ptr %arrayidx26.i, i64 0, i64 %idxprom21.i
  store float %9, ptr %arrayidx28.i, align 4, !tbaa !14
  %inc30.i = add nsw i32 %n.i100.0, 1
  br label %for.cond17.i, !llvm.loop !28

for.cond36.i104:                                  ; preds = %for.cond13.i, %for.cond.cleanup43.i110
  %k35.i.0 = phi i32 [ %inc73.i, %for.cond.cleanup43.i110 ], [ 0, %for.cond13.i ]
  %cmp37.i105 = icmp slt i32 %k35.i.0, 4
  br i1 %cmp37.i105, label %for.cond41.i108, label %_ZL10accumulateILi4ELb1EEvRA4_A2_fPKfRA4_KjS4_RA2_S5_j.exit

for.cond41.i108:                                  ; preds = %for.cond36.i104, %for.cond.cleanup48.i
  %m40.i.0 = phi i32 [ %inc70.i, %for.cond.cleanup48.i ], [ 0, %for.cond36.i104 ]
  %cmp42.i109 = icmp slt i32 %m40.i.0, 4
  br i1 %cmp42.i109, label %for.cond46.i, label %for.cond.cleanup43.i110

for.cond.cleanup43.i110:                          ; preds = %for.cond41.i108
  %inc73.i = add nsw i32 %k35.i.0, 1
  br label %for.cond36.i104, !llvm.loop !29

for.cond46.i:                                     ; preds = %for.cond41.i108, %for.body49.i
  %n45.i.0 = phi i32 [ %inc67.i, %for.body49.i ], [ 0, %for.cond41.i108 ]
  %cmp47.i = icmp slt i32 %n45.i.0, 2
  br i1 %cmp47.i, label %for.body49.i, label %for.cond.cleanup48.i

for.cond.cleanup48.i:                             ; preds = %for.cond46.i
  %inc70.i = add nsw i32 %m40.i.0, 1
  br label %for.cond41.i108, !llvm.loop !30

for.body49.i:                                     ; preds = %for.cond46.i
  %idxprom50.i = sext i32 %m40.i.0 to i64
  %arrayidx51.i = getelementptr inbounds [4 x [4 x float]], ptr %a.i, i64 0, i64 %idxprom50.i
  %idxprom52.i = sext i32 %k35.i.0 to i64
  %arrayidx53.i = getelementptr inbounds [4 x float], ptr %arrayidx51.i, i64 0, i64 %idxprom52.i
  %10 = load float, ptr %arrayidx53.i, align 4, !tbaa !14
  %arrayidx55.i = getelementptr inbounds [4 x [2 x float]], ptr %b.i, i64 0, i64 %idxprom52.i
  %idxprom56.i = sext i32 %n45.i.0 to i64
  %arrayidx57.i = getelementptr inbounds [2 x float], ptr %arrayidx55.i, i64 0, i64 %idxprom56.i
  %11 = load float, ptr %arrayidx57.i, align 4, !tbaa !14
  %arrayidx59.i = getelementptr inbounds [4 x [2 x float]], ptr %sum.i, i64 0, i64 %idxprom50.i
  %arrayidx61.i = getelementptr inbounds [2 x float], ptr %arrayidx59.i, i64 0, i64 %idxprom56.i
  %12 = load float, ptr %arrayidx61.i, align 4, !tbaa !14
  %13 = call contract noundef float @llvm.fma.f32(float %10, float %11, float %12)
  store float %13, ptr %arrayidx61.i, align 4, !tbaa !14
  %inc67.i = add nsw i32 %n45.i.0, 1
  br label %for.cond46.i, !llvm.loop !31

_ZL10accumulateILi4ELb1EEvRA4_A2_fPKfRA4_KjS4_RA2_S5_j.exit: ; preds = %for.cond36.i104
  call void @llvm.lifetime.end.p0(ptr %b.i) #5
  call void @llvm.lifetime.end.p0(ptr %a.i) #5
  br label %for.cond1.i

for.cond1.i:                                      ; preds = %for.body4.i, %_ZL10accumulateILi4ELb1EEvRA4_A2_fPKfRA4_KjS4_RA2_S5_j.exit
  %m.i14.0 = phi i32 [ 0, %_ZL10accumulateILi4ELb1EEvRA4_A2_fPKfRA4_KjS4_RA2_S5_j.exit ], [ %inc.i25, %for.body4.i ]
  %cmp2.i = icmp slt i32 %m.i14.0, 4
  br i1 %cmp2.i, label %for.body4.i, label %for.cond5.i

for.body4.i:                                      ; preds = %for.cond1.i
  %idxprom.i22 = sext i32 %m.i14.0 to i64
  %arrayidx.i23 = getelementptr inbounds [4 x i32], ptr %filter.i, i64 0, i64 %idxprom.i22
  %14 = load i32, ptr %arrayidx.i23, align 4, !tbaa !3
  %add.i24 = add i32 %14, 4
  store i32 %add.i24, ptr %arrayidx.i23, align 4, !tbaa !3
  %inc.i25 = add nsw i32 %m.i14.0, 1
  br label %for.cond1.i, !llvm.loop !32

for.cond5.i:                                      ; preds = %for.cond1.i, %for.body8.i
  %n.i15.0 = phi i32 [ %inc13.i, %for.body8.i ], [ 0, %for.cond1.i ]
  %cmp6.i = icmp slt i32 %n.i15.0, 2
  br i1 %cmp6.i, label %for.body8.i, label %for.cond.cleanup7.i

for.cond.cleanup7.i:                              ; preds = %for.cond5.i
  %add16.i = add i32 %channel.i.0, 4
  br label %for.cond.i16, !llvm.loop !33

for.body8.i:                                      ; preds = %for.cond5.i
  %mul.i20 = mul i32 4, %tiles
  %idxprom9.i = sext i32 %n.i15.0 to i64
  %arrayidx10.i = getelementptr inbounds [2 x i32], ptr %patch.i, i64 0, i64 %idxprom9.i
  %15 = load i32, ptr %arrayidx10.i, align 4, !tbaa !3
  %add11.i21 = add i32 %15, %mul.i20
  store i32 %add11.i21, ptr %arrayidx10.i, align 4, !tbaa !3
  %inc13.i = add nsw i32 %n.i15.0, 1
  br label %for.cond5.i, !llvm.loop !35

if.else.i:                                        ; preds = %for.cond.cleanup17.i
  %sub33.i = sub i32 %channels, %rem.i
  br label %for.cond.i37

for.cond.i37:                                     ; preds = %for.cond.cleanup7.i46, %if.else.i
  %channel.i33.0 = phi i32 [ 0, %if.else.i ], [ %add16.i47, %for.cond.cleanup7.i46 ]
  %cmp.i38 = icmp ult i32 %channel.i33.0, %sub33.i
  br i1 %cmp.i38, label %for.body.i40, label %for.cond.i70

for.body.i40:                                     ; preds = %for.cond.i37
  call void @llvm.lifetime.start.p0(ptr %a.i133) #5
  call void @llvm.lifetime.start.p0(ptr %b.i134) #5
  br label %for.cond.i140

for.cond.i140:                                    ; preds = %for.cond.cleanup3.i161, %for.body.i40
  %m.i135.0 = phi i32 [ 0, %for.body.i40 ], [ %inc12.i, %for.cond.cleanup3.i161 ]
  %cmp.i141 = icmp slt i32 %m.i135.0, 4
  br i1 %cmp.i141, label %for.cond1.i159, label %for.cond15.i143

for.cond1.i159:                                   ; preds = %for.cond.i140, %for.body4.i162
  %k.i138.0 = phi i32 [ %inc.i172, %for.body4.i162 ], [ 0, %for.cond.i140 ]
  %cmp2.i160 = icmp slt i32 %k.i138.0, 4
  br i1 %cmp2.i160, label %for.body4.i162, label %for.cond.cleanup3.i161

for.cond.cleanup3.i161:                           ; preds = %for.cond1.i159
  %inc12.i = add nsw i32 %m.i135.0, 1
  br label %for.cond.i140, !llvm.loop !36

for.body4.i162:                                   ; preds = %for.cond1.i159
  %idxprom.i163 = sext i32 %m.i135.0 to i64
  %arrayidx.i164 = getelementptr inbounds [4 x i32], ptr %filter.i, i64 0, i64 %idxprom.i163
  %16 = load i32, ptr %arrayidx.i164, align 4, !tbaa !3
  %add.i165 = add i32 %16, %k.i138.0
  %idxprom5.i166 = zext i32 %add.i165 to i64
  %arrayidx6.i167 = getelementptr inbounds nuw float, ptr %filters, i64 %idxprom5.i166
  %17 = load float, ptr %arrayidx6.i167, align 4, !tbaa !14
  %arrayidx8.i169 = getelementptr inbounds [4 x [4 x float]], ptr %a.i133, i64 0, i64 %idxprom.i163
  %idxprom9.i170 = sext i32 %k.i138.0 to i64
  %arrayidx10.i171 = getelementptr inbounds [4 x float], ptr %arrayidx8.i169, i64 0, i64 %idxprom9.i170
  store float %17, ptr %arrayidx10.i171, align 4, !tbaa !14
  %inc.i172 = add nsw i32 %k.i138.0, 1
  br label %for.cond1.i159, !llvm.loop !37

for.cond15.i143:                                  ; preds = %for.cond.i140, %for.cond.cleanup21.i
  %k14.i.0 = phi i32 [ %inc36.i, %for.cond.cleanup21.i ], [ 0, %for.cond.i140 ]
  %cmp16.i144 = icmp slt i32 %k14.i.0, 4
  br i1 %cmp16.i144, label %for.cond19.i, label %for.cond39.i

for.cond19.i:                                     ; preds = %for.cond15.i143, %for.body22.i
  %n.i139.0 = phi i32 [ %inc33.i157, %for.body22.i ], [ 0, %for.cond15.i143 ]
  %cmp20.i = icmp slt i32 %n.i139.0, 2
  br i1 %cmp20.i, label %for.body22.i, label %for.cond.cleanup21.i

for.cond.cleanup21.i:                             ; preds = %for.cond19.i
  %inc36.i = add nsw i32 %k14.i.0, 1
  br label %for.cond15.i143, !llvm.loop !38

for.body22.i:                                     ; preds = %for.cond19.i
  %idxprom23.i151 = sext i32 %n.i139.0 to i64
  %arrayidx24.i152 = getelementptr inbounds [2 x i32], ptr %patch.i, i64 0, i64 %idxprom23.i151
  %18 = load i32, ptr %arrayidx24.i152, align 4, !tbaa !3
  %mul.i153 = mul i32 %k14.i.0, %tiles
  %add25.i154 = add i32 %18, %mul.i153
  %idxprom26.i155 = zext i32 %add25.i154 to i64
  %arrayidx27.i156 = getelementptr inbounds nuw float, ptr %patches, i64 %idxprom26.i155
  %19 = load float, ptr %arrayidx27.i156, align 4, !tbaa !14
  %idxprom28.i = sext i32 %k14.i.0 to i64
  %arrayidx29.i = getelementptr inbounds [4 x [2 x float]], ptr %b.i134, i64 0, i64 %idxprom28.i
  %arrayidx31.i = getelementptr inbounds [2 x float], ptr %arrayidx29.i, i64 0, i64 %idxprom23.i151
  store float %19, ptr %arrayidx31.i, align 4, !tbaa !14
  %inc33.i157 = add nsw i32 %n.i139.0, 1
  br label %for.cond19.i, !llvm.loop !39

for.cond39.i:                                     ; preds = %for.cond15.i143, %for.cond.cleanup46.i
  %k38.i.0 = phi i32 [ %inc76.i, %for.cond.cleanup46.i ], [ 0, %for.cond15.i143 ]
  %cmp40.i = icmp slt i32 %k38.i.0, 4
  br i1 %cmp40.i, label %for.cond44.i, label %_ZL10accumulateILi4ELb0EEvRA4_A2_fPKfRA4_KjS4_RA2_S5_j.exit

for.cond44.i:                                     ; preds = %for.cond39.i, %for.cond.cleanup51.i
  %m43.i.0 = phi i32 [ %inc73.i146, %for.cond.cleanup51.i ], [ 0, %for.cond39.i ]
  %cmp45.i = icmp slt i32 %m43.i.0, 4
  br i1 %cmp45.i, label %for.cond49.i, label %for.cond.cleanup46.i

for.cond.cleanup46.i:                             ; preds = %for.cond44.i
  %inc76.i = add nsw i32 %k38.i.0, 1
  br label %for.cond39.i, !llvm.loop !40

for.cond49.i:                                     ; preds = %for.cond44.i, %for.body52.i
  %n48.i.0 = phi i32 [ %inc70.i149, %for.body52.i ], [ 0, %for.cond44.i ]
  %cmp50.i = icmp slt i32 %n48.i.0, 2
  br i1 %cmp50.i, label %for.body52.i, label %for.cond.cleanup51.i

for.cond.cleanup51.i:                             ; preds = %for.cond49.i
  %inc73.i146 = add nsw i32 %m43.i.0, 1
  br label %for.cond44.i, !llvm.loop !41

for.body52.i:                                     ; preds = %for.cond49.i
  %idxprom53.i147 = sext i32 %m43.i.0 to i64
  %arrayidx54.i148 = getelementptr inbounds [4 x [4 x float]], ptr %a.i133, i64 0, i64 %idxprom53.i147
  %idxprom55.i = sext i32 %k38.i.0 to i64
  %arrayidx56.i = getelementptr inbounds [4 x float], ptr %arrayidx54.i148, i64 0, i64 %idxprom55.i
  %20 = load float, ptr %arrayidx56.i, align 4, !tbaa !14
  %arrayidx58.i = getelementptr inbounds [4 x [2 x float]], ptr %b.i134, i64 0, i64 %idxprom55.i
  %idxprom59.i = sext i32 %n48.i.0 to i64
  %arrayidx60.i = getelementptr inbounds [2 x float], ptr %arrayidx58.i, i64 0, i64 %idxprom59.i
  %21 = load float, ptr %arrayidx60.i, align 4, !tbaa !14
  %arrayidx62.i = getelementptr inbounds [4 x [2 x float]], ptr %sum.i, i64 0, i64 %idxprom53.i147
  %arrayidx64.i = getelementptr inbounds [2 x float], ptr %arrayidx62.i, i64 0, i64 %idxprom59.i
  %22 = load float, ptr %arrayidx64.i, align 4, !tbaa !14
  %23 = call contract noundef float @llvm.fma.f32(float %20, float %21, float %22)
  store float %23, ptr %arrayidx64.i, align 4, !tbaa !14
  %inc70.i149 = add nsw i32 %n48.i.0, 1
  br label %for.cond49.i, !llvm.loop !42

_ZL10accumulateILi4ELb0EEvRA4_A2_fPKfRA4_KjS4_RA2_S5_j.exit: ; preds = %for.cond39.i
  call void @llvm.lifetime.end.p0(ptr %b.i134) #5
  call void @llvm.lifetime.end.p0(ptr %a.i133) #5
  br label %for.cond1.i41

for.cond1.i41:                                    ; preds = %for.body4.i54, %_ZL10accumulateILi4ELb0EEvRA4_A2_fPKfRA4_KjS4_RA2_S5_j.exit
  %m.i35.0 = phi i32 [ 0, %_ZL10accumulateILi4ELb0EEvRA4_A2_fPKfRA4_KjS4_RA2_S5_j.exit ], [ %inc.i58, %for.body4.i54 ]
  %cmp2.i42 = icmp slt i32 %m.i35.0, 4
  br i1 %cmp2.i42, label %for.body4.i54, label %for.cond5.i44

for.body4.i54:                                    ; preds = %for.cond1.i41
  %idxprom.i55 = sext i32 %m.i35.0 to i64
  %arrayidx.i56 = getelementptr inbounds [4 x i32], ptr %filter.i, i64 0, i64 %idxprom.i55
  %24 = load i32, ptr %arrayidx.i56, align 4, !tbaa !3
  %add.i57 = add i32 %24, 4
  store i32 %add.i57, ptr %arrayidx.i56, align 4, !tbaa !3
  %inc.i58 = add nsw i32 %m.i35.0, 1
  br label %for.cond1.i41, !llvm.loop !43

for.cond5.i44:                                    ; preds = %for.cond1.i41, %for.body8.i48
  %n.i36.0 = phi i32 [ %inc13.i53, %for.body8.i48 ], [ 0, %for.cond1.i41 ]
  %cmp6.i45 = icmp slt i32 %n.i36.0, 2
  br i1 %cmp6.i45, label %for.body8.i48, label %for.cond.cleanup7.i46

for.cond.cleanup7.i46:                            ; preds = %for.cond5.i44
  %add16.i47 = add i32 %channel.i33.0, 4
  br label %for.cond.i37, !llvm.loop !44

for.body8.i48:                                    ; preds = %for.cond5.i44
  %mul.i49 = mul i32 4, %tiles
  %idxprom9.i50 = sext i32 %n.i36.0 to i64
  %arrayidx10.i51 = getelementptr inbounds [2 x i32], ptr %patch.i, i64 0, i64 %idxprom9.i50
  %25 = load i32, ptr %arrayidx10.i51, align 4, !tbaa !3
  %add11.i52 = add i32 %25, %mul.i49
  store i32 %add11.i52, ptr %arrayidx10.i51, align 4, !tbaa !3
  %inc13.i53 = add nsw i32 %n.i36.0, 1
  br label %for.cond5.i44, !llvm.loop !45

for.cond.i70:                                     ; preds = %for.cond.i37, %for.cond.cleanup7.i79
  %channel.i66.0 = phi i32 [ %add16.i80, %for.cond.cleanup7.i79 ], [ 0, %for.cond.i37 ]
  %cmp.i71 = icmp ult i32 %channel.i66.0, %rem.i
  br i1 %cmp.i71, label %for.body.i73, label %if.end34.i

for.body.i73:                                     ; preds = %for.cond.i70
  call void @llvm.lifetime.start.p0(ptr %a.i182) #5
  call void @llvm.lifetime.start.p0(ptr %b.i183) #5
  br label %for.cond.i193

for.cond.i193:                                    ; preds = %for.cond.cleanup3.i249, %for.body.i73
  %m.i184.0 = phi i32 [ 0, %for.body.i73 ], [ %inc12.i250, %for.cond.cleanup3.i249 ]
  %cmp.i194 = icmp slt i32 %m.i184.0, 4
  br i1 %cmp.i194, label %for.cond1.i247, label %for.cond15.i196

for.cond1.i247:                                   ; preds = %for.cond.i193, %for.body4.i251
  %k.i187.0 = phi i32 [ %inc.i261, %for.body4.i251 ], [ 0, %for.cond.i193 ]
  %cmp2.i248 = icmp slt i32 %k.i187.0, 1
  br i1 %cmp2.i248, label %for.body4.i251, label %for.cond.cleanup3.i249

for.cond.cleanup3.i249:                           ; preds = %for.cond1.i247
  %inc12.i250 = add nsw i32 %m.i184.0, 1
  br label %for.cond.i193, !llvm.loop !46

for.body4.i251:                                   ; preds = %for.cond1.i247
  %idxprom.i252 = sext i32 %m.i184.0 to i64
  %arrayidx.i253 = getelementptr inbounds [4 x i32], ptr %filter.i, i64 0, i64 %idxprom.i252
  %26 = load i32, ptr %arrayidx.i253, align 4, !tbaa !3
  %add.i254 = add i32 %26, %k.i187.0
  %idxprom5.i255 = zext i32 %add.i254 to i64
  %arrayidx6.i256 = getelementptr inbounds nuw float, ptr %filters, i64 %idxprom5.i255
  %27 = load float, ptr %arrayidx6.i256, align 4, !tbaa !14
  %arrayidx8.i258 = getelementptr inbounds [4 x [1 x float]], ptr %a.i182, i64 0, i64 %idxprom.i252
  %idxprom9.i259 = sext i32 %k.i187.0 to i64
  %arrayidx10.i260 = getelementptr inbounds [1 x float], ptr %arrayidx8.i258, i64 0, i64 %idxprom9.i259
  store float %27, ptr %arrayidx10.i260, align 4, !tbaa !14
  %inc.i261 = add nsw i32 %k.i187.0, 1
  br label %for.cond1.i247, !llvm.loop !47

for.cond15.i196:                                  ; preds = %for.cond.i193, %for.cond.cleanup21.i232
  %k14.i188.0 = phi i32 [ %inc36.i233, %for.cond.cleanup21.i232 ], [ 0, %for.cond.i193 ]
  %cmp16.i197 = icmp slt i32 %k14.i188.0, 1
  br i1 %cmp16.i197, label %for.cond19.i230, label %for.cond39.i199

for.cond19.i230:                                  ; preds = %for.cond15.i196, %for.body22.i234
  %n.i189.0 = phi i32 [ %inc33.i245, %for.body22.i234 ], [ 0, %for.cond15.i196 ]
  %cmp20.i231 = icmp slt i32 %n.i189.0, 2
  br i1 %cmp20.i231, label %for.body22.i234, label %for.cond.cleanup21.i232

for.cond.cleanup21.i232:                          ; preds = %for.cond19.i230
  %inc36.i233 = add nsw i32 %k14.i188.0, 1
  br label %for.cond15.i196, !llvm.loop !48

for.body22.i234:                                  ; preds = %for.cond19.i230
  %idxprom23.i235 = sext i32 %n.i189.0 to i64
  %arrayidx24.i236 = getelementptr inbounds [2 x i32], ptr %patch.i, i64 0, i64 %idxprom23.i235
  %28 = load i32, ptr %arrayidx24.i236, align 4, !tbaa !3
  %mul.i237 = mul i32 %k14.i188.0, %tiles
  %add25.i238 = add i32 %28, %mul.i237
  %idxprom26.i239 = zext i32 %add25.i238 to i64
  %arrayidx27.i240 = getelementptr inbounds nuw float, ptr %patches, i64 %idxprom26.i239
  %29 = load float, ptr %arrayidx27.i240, align 4, !tbaa !14
  %idxprom28.i241 = sext i32 %k14.i188.0 to i64
  %arrayidx29.i242 = getelementptr inbounds [1 x [2 x float]], ptr %b.i183, i64 0, i64 %idxprom28.i241
  %arrayidx31.i244 = getelementptr inbounds [2 x float], ptr %arrayidx29.i242, i64 0, i64 %idxprom23.i235
  store float %29, ptr %arrayidx31.i244, align 4, !tbaa !14
  %inc33.i245 = add nsw i32 %n.i189.0, 1
  br label %for.cond19.i230, !llvm.loop !49

for.cond39.i199:                                  ; preds = %for.cond15.i196, %for.cond.cleanup46.i204
  %k38.i190.0 = phi i32 [ %inc76.i205, %for.cond.cleanup46.i204 ], [ 0, %for.cond15.i196 ]
  %cmp40.i200 = icmp slt i32 %k38.i190.0, 1
  br i1 %cmp40.i200, label %for.cond44.i202, label %_ZL10accumulateILi1ELb0EEvRA4_A2_fPKfRA4_KjS4_RA2_S5_j.exit

for.cond44.i202:                                  ; preds = %for.cond39.i199, %for.cond.cleanup51.i209
  %m43.i191.0 = phi i32 [ %inc73.i210, %for.cond.cleanup51.i209 ], [ 0, %for.cond39.i199 ]
  %cmp45.i203 = icmp slt i32 %m43.i191.0, 4
  br i1 %cmp45.i203, label %for.cond49.i207, label %for.cond.cleanup46.i204

for.cond.cleanup46.i204:                          ; preds = %for.cond44.i202
  %inc76.i205 = add nsw i32 %k38.i190.0, 1
  br label %for.cond39.i199, !llvm.loop !50

for.cond49.i207:                                  ; preds = %for.cond44.i202, %for.body52.i211
  %n48.i192.0 = phi i32 [ %inc70.i228, %for.body52.i211 ], [ 0, %for.cond44.i202 ]
  %cmp50.i208 = icmp slt i32 %n48.i192.0, 2
  br i1 %cmp50.i208, label %for.body52.i211, label %for.cond.cleanup51.i209

for.cond.cleanup51.i209:                          ; preds = %for.cond49.i207
  %inc73.i210 = add nsw i32 %m43.i191.0, 1
  br label %for.cond44.i202, !llvm.loop !51

for.body52.i211:                                  ; preds = %for.cond49.i207
  %idxprom53.i212 = sext i32 %m43.i191.0 to i64
  %arrayidx54.i213 = getelementptr inbounds [4 x [1 x float]], ptr %a.i182, i64 0, i64 %idxprom53.i212
  %idxprom55.i214 = sext i32 %k38.i190.0 to i64
  %arrayidx56.i215 = getelementptr inbounds [1 x float], ptr %arrayidx54.i213, i64 0, i64 %idxprom55.i214
  %30 = load float, ptr %arrayidx56.i215, align 4, !tbaa !14
  %arrayidx58.i217 = getelementptr inbounds [1 x [2 x float]], ptr %b.i183, i64 0, i64 %idxprom55.i214
  %idxprom59.i218 = sext i32 %n48.i192.0 to i64
  %arrayidx60.i219 = getelementptr inbounds [2 x float], ptr %arrayidx58.i217, i64 0, i64 %idxprom59.i218
  %31 = load float, ptr %arrayidx60.i219, align 4, !tbaa !14
  %arrayidx62.i221 = getelementptr inbounds [4 x [2 x float]], ptr %sum.i, i64 0, i64 %idxprom53.i212
  %arrayidx64.i223 = getelementptr inbounds [2 x float], ptr %arrayidx62.i221, i64 0, i64 %idxprom59.i218
  %32 = load float, ptr %arrayidx64.i223, align 4, !tbaa !14
  %33 = call contract noundef float @llvm.fma.f32(float %30, float %31, float %32)
  store float %33, ptr %arrayidx64.i223, align 4, !tbaa !14
  %inc70.i228 = add nsw i32 %n48.i192.0, 1
  br label %for.cond49.i207, !llvm.loop !52

_ZL10accumulateILi1ELb0EEvRA4_A2_fPKfRA4_KjS4_RA2_S5_j.exit: ; preds = %for.cond39.i199
  call void @llvm.lifetime.end.p0(ptr %b.i183) #5
  call void @llvm.lifetime.end.p0(ptr %a.i182) #5
  br label %for.cond1.i74

for.cond1.i74:                                    ; preds = %for.body4.i87, %_ZL10accumulateILi1ELb0EEvRA4_A2_fPKfRA4_KjS4_RA2_S5_j.exit
  %m.i68.0 = phi i32 [ 0, %_ZL10accumulateILi1ELb0EEvRA4_A2_fPKfRA4_KjS4_RA2_S5_j.exit ], [ %inc.i91, %for.body4.i87 ]
  %cmp2.i75 = icmp slt i32 %m.i68.0, 4
  br i1 %cmp2.i75, label %for.body4.i87, label %for.cond5.i77

for.body4.i87:                                    ; preds = %for.cond1.i74
  %idxprom.i88 = sext i32 %m.i68.0 to i64
  %arrayidx.i89 = getelementptr inbounds [4 x i32], ptr %filter.i, i64 0, i64 %idxprom.i88
  %34 = load i32, ptr %arrayidx.i89, align 4, !tbaa !3
  %add.i90 = add i32 %34, 1
  store i32 %add.i90, ptr %arrayidx.i89, align 4, !tbaa !3
  %inc.i91 = add nsw i32 %m.i68.0, 1
  br label %for.cond1.i74, !llvm.loop !53

for.cond5.i77:                                    ; preds = %for.cond1.i74, %for.body8.i81
  %n.i69.0 = phi i32 [ %inc13.i86, %for.body8.i81 ], [ 0, %for.cond1.i74 ]
  %cmp6.i78 = icmp slt i32 %n.i69.0, 2
  br i1 %cmp6.i78, label %for.body8.i81, label %for.cond.cleanup7.i79

for.cond.cleanup7.i79:                            ; preds = %for.cond5.i77
  %add16.i80 = add i32 %channel.i66.0, 1
  br label %for.cond.i70, !llvm.loop !54

for.body8.i81:                                    ; preds = %for.cond5.i77
  %idxprom9.i83 = sext i32 %n.i69.0 to i64
  %arrayidx10.i84 = getelementptr inbounds [2 x i32], ptr %patch.i, i64 0, i64 %idxprom9.i83
  %35 = load i32, ptr %arrayidx10.i84, align 4, !tbaa !3
  %add11.i85 = add i32 %35, %tiles
  store i32 %add11.i85, ptr %arrayidx10.i84, align 4, !tbaa !3
  %inc13.i86 = add nsw i32 %n.i69.0, 1
  br label %for.cond5.i77, !llvm.loop !55

if.end34.i:                                       ; preds = %for.cond.i70, %for.cond.i16
  br label %for.cond36.i

for.cond36.i:                                     ; preds = %for.cond.cleanup43.i, %if.end34.i
  %m35.i.0 = phi i32 [ 0, %if.end34.i ], [ %inc69.i, %for.cond.cleanup43.i ]
  %cmp37.i = icmp slt i32 %m35.i.0, 4
  br i1 %cmp37.i, label %for.cond41.i, label %for.cond.cleanup38.i

for.cond.cleanup38.i:                             ; preds = %for.cond36.i
  call void @llvm.lifetime.end.p0(ptr %sum.i) #5
  call void @llvm.lifetime.end.p0(ptr %patch.i) #5
  call void @llvm.lifetime.end.p0(ptr %filter.i) #5
  br label %_ZL17multiply_positionPKfS0_Pfiii.exit

for.cond41.i:                                     ; preds = %for.cond36.i, %if.end64.i
  %n40.i.0 = phi i32 [ %inc66.i, %if.end64.i ], [ 0, %for.cond36.i ]
  %cmp42.i = icmp slt i32 %n40.i.0, 2
  br i1 %cmp42.i, label %for.body44.i, label %for.cond.cleanup43.i

for.cond.cleanup43.i:                             ; preds = %for.cond41.i
  %inc69.i = add nsw i32 %m35.i.0, 1
  br label %for.cond36.i, !llvm.loop !56

for.body44.i:                                     ; preds = %for.cond41.i
  %add45.i = add nsw i32 %mul7.i, %m35.i.0
  %cmp46.i = icmp slt i32 %add45.i, %outputs
  br i1 %cmp46.i, label %land.lhs.true.i, label %if.end64.i

land.lhs.true.i:                                  ; preds = %for.body44.i
  %mul47.i = mul nsw i32 %n40.i.0, 32
  %add48.i = add nsw i32 %add.i, %mul47.i
  %cmp49.i = icmp slt i32 %add48.i, %tiles
  br i1 %cmp49.i, label %if.then50.i, label %if.end64.i

if.then50.i:                                      ; preds = %land.lhs.true.i
  %idxprom51.i = sext i32 %m35.i.0 to i64
  %arrayidx52.i = getelementptr inbounds [4 x [2 x float]], ptr %sum.i, i64 0, i64 %idxprom51.i
  %idxprom53.i = sext i32 %n40.i.0 to i64
  %arrayidx54.i = getelementptr inbounds [2 x float], ptr %arrayidx52.i, i64 0, i64 %idxprom53.i
  %36 = load float, ptr %arrayidx54.i, align 4, !tbaa !14
  %mul55.i = mul nsw i32 %5, %outputs
  %add56.i = add nsw i32 %mul55.i, %mul7.i
  %add57.i = add nsw i32 %add56.i, %m35.i.0
  %mul58.i = mul i32 %add57.i, %tiles
  %add59.i = add i32 %mul58.i, %add.i
  %add61.i = add i32 %add59.i, %mul47.i
  %idxprom62.i = zext i32 %add61.i to i64
  %arrayidx63.i = getelementptr inbounds nuw float, ptr %products, i64 %idxprom62.i
  store float %36, ptr %arrayidx63.i, align 4, !tbaa !14
  br label %if.end64.i

if.end64.i:                                       ; preds = %if.then50.i, %land.lhs.true.i, %for.body44.i
  %inc66.i = add nsw i32 %n40.i.0, 1
  br label %for.cond41.i, !llvm.loop !57

_ZL17multiply_positionPKfS0_Pfiii.exit:           ; preds = %entry, %for.cond.cleanup38.i
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @winograd_f4_output(ptr noalias noundef %products, ptr noalias noundef %out, i32 noundef %images, i32 noundef %outputs, i32 noundef %height, i32 noundef %width) #0 {
entry:
  %columns = alloca [6 x [4 x float]], align 4
  %m = alloca [6 x float], align 4
  %across = alloca [6 x float], align 4
  %y = alloca [4 x float], align 4
  %add = add i32 %height, 3
  %div = udiv i32 %add, 4
  %add1 = add i32 %width, 3
  %div2 = udiv i32 %add1, 4
  %mul = mul i32 %images, %div
  %mul3 = mul i32 %mul, %div2
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul5 = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add7 = add i32 %mul5, %2
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %cmp = icmp uge i32 %add7, %mul3
  br i1 %cmp, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %div9 = udiv i32 %add7, %div2
  %div10 = udiv i32 %div9, %div
  %mul11 = mul i32 %div10, %div
  %sub = sub i32 %div9, %mul11
  %mul12 = mul i32 %sub, 4
  %mul13 = mul i32 %div9, %div2
  %sub14 = sub i32 %add7, %mul13
  %mul15 = mul i32 %sub14, 4
  %conv = zext i32 %3 to i64
  %conv16 = zext i32 %mul3 to i64
  %mul17 = mul nsw i64 %conv, %conv16
  %add.ptr = getelementptr inbounds float, ptr %products, i64 %mul17
  %idx.ext = zext i32 %add7 to i64
  %add.ptr18 = getelementptr inbounds nuw float, ptr %add.ptr, i64 %idx.ext
  %conv19 = sext i32 %outputs to i64
  %mul21 = mul nsw i64 %conv19, %conv16
  call void @llvm.lifetime.start.p0(ptr %columns) #5
  br label %for.cond

for.cond:                                         ; preds = %for.end, %if.end
  %j.0 = phi i32 [ 0, %if.end ], [ %inc36, %for.end ]
  %cmp22 = icmp slt i32 %j.0, 6
  br i1 %cmp22, label %for.body, label %for.end37

for.body:                                         ; preds = %for.cond
  call void @llvm.lifetime.start.p0(ptr %m) #5
  br label %for.cond23

for.cond23:                                       ; preds = %for.body26, %for.body
  %i.0 = phi i32 [ 0, %for.body ], [ %inc, %for.body26 ]
  %cmp24 = icmp slt i32 %i.0, 6
  br i1 %cmp24, label %for.body26, label %for.end

for.body26:                                       ; preds = %for.cond23
  %mul27 = mul nsw i32 %i.0, 6
  %add28 = add nsw i32 %mul27, %j.0
  %conv29 = sext i32 %add28 to i64
  %mul30 = mul nsw i64 %conv29, %mul21
  %arrayidx = getelementptr inbounds float, ptr %add.ptr18, i64 %mul30
  %4 = load float, ptr %arrayidx, align 4, !tbaa !14
  %idxprom = sext i32 %i.0 to i64
  %arrayidx31 = getelementptr inbounds [6 x float], ptr %m, i64 0, i64 %idxprom
  store float %4, ptr %arrayidx31, align 4, !tbaa !14
  %inc = add nsw i32 %i.0, 1
  br label %for.cond23, !llvm.loop !58

for.end:                                          ; preds = %for.cond23
  %idxprom32 = sext i32 %j.0 to i64
  %arrayidx33 = getelementptr inbounds [6 x [4 x float]], ptr %columns, i64 0, i64 %idxprom32
  %arrayidx.i = getelementptr inbounds float, ptr %m, i64 1
  %5 = load float, ptr %arrayidx.i, align 4, !tbaa !14
  %arrayidx1.i = getelementptr inbounds float, ptr %m, i64 2
  %6 = load float, ptr %arrayidx1.i, align 4, !tbaa !14
  %add.i = fadd contract float %5, %6
  %sub.i = fsub contract float %5, %6
  %arrayidx4.i = getelementptr inbounds float, ptr %m, i64 3
  %7 = load float, ptr %arrayidx4.i, align 4, !tbaa !14
  %arrayidx5.i = getelementptr inbounds float, ptr %m, i64 4
  %8 = load float, ptr %arrayidx5.i, align 4, !tbaa !14
  %add6.i = fadd contract float %7, %8
  %sub9.i = fsub contract float %7, %8
  %9 = load float, ptr %m, align 4, !tbaa !14
  %add11.i = fadd contract float %9, %add.i
  %add12.i = fadd contract float %add11.i, %add6.i
  store float %add12.i, ptr %arrayidx33, align 4, !tbaa !14
  %10 = call contract noundef float @llvm.fma.f32(float 2.000000e+00, float %sub9.i, float %sub.i)
  %arrayidx14.i = getelementptr inbounds float, ptr %arrayidx33, i64 1
  store float %10, ptr %arrayidx14.i, align 4, !tbaa !14
  %11 = call contract noundef float @llvm.fma.f32(float 4.000000e+00, float %add6.i, float %add.i)
  %arrayidx16.i = getelementptr inbounds float, ptr %arrayidx33, i64 2
  store float %11, ptr %arrayidx16.i, align 4, !tbaa !14
  %12 = call contract noundef float @llvm.fma.f32(float 8.000000e+00, float %sub9.i, float %sub.i)
  %arrayidx18.i = getelementptr inbounds float, ptr %m, i64 5
  %13 = load float, ptr %arrayidx18.i, align 4, !tbaa !14
  %add19.i = fadd contract float %12, %13
  %arrayidx20.i = getelementptr inbounds float, ptr %arrayidx33, i64 3
  store float %add19.i, ptr %arrayidx20.i, align 4, !tbaa !14
  call void @llvm.lifetime.end.p0(ptr %m) #5
  %inc36 = add nsw i32 %j.0, 1
  br label %for.cond, !llvm.loop !59

for.end37:                                        ; preds = %for.cond
  %mul38 = mul i32 %div10, %outputs
  %add39 = add i32 %mul38, %3
  %conv40 = zext i32 %add39 to i64
  %conv41 = sext i32 %height to i64
  %mul42 = mul nsw i64 %conv40, %conv41
  %conv43 = zext i32 %mul12 to i64
  %add44 = add nsw i64 %mul42, %conv43
  %conv45 = sext i32 %width to i64
  %mul46 = mul nsw i64 %add44, %conv45
  %add.ptr47 = getelementptr inbounds float, ptr %out, i64 %mul46
  %idx.ext48 = zext i32 %mul15 to i64
  %add.ptr49 = getelementptr inbounds nuw float, ptr %add.ptr47, i64 %idx.ext48
  br label %for.cond51

for.cond51:                                       ; preds = %for.inc109, %for.end37
  %i50.0 = phi i32 [ 0, %for.end37 ], [ %inc110, %for.inc109 ]
  %cmp52 = icmp slt i32 %i50.0, 4
  br i1 %cmp52, label %for.body54, label %for.end111

for.body54:                                       ; preds = %for.cond51
  %add55 = add i32 %mul12, %i50.0
  %cmp56 = icmp ult i32 %add55, %height
  br i1 %cmp56, label %if.then57, label %for.inc109

if.then57:                                        ; preds = %for.body54
  call void @llvm.lifetime.start.p0(ptr %across) #5
  call void @llvm.lifetime.start.p0(ptr %y) #5
  br label %for.cond59

for.cond59:                                       ; preds = %for.body62, %if.then57
  %j58.0 = phi i32 [ 0, %if.then57 ], [ %inc70, %for.body62 ]
  %cmp60 = icmp slt i32 %j58.0, 6
  br i1 %cmp60, label %for.body62, label %for.end71

for.body62:                                       ; preds = %for.cond59
  %idxprom63 = sext i32 %j58.0 to i64
  %arrayidx64 = getelementptr inbounds [6 x [4 x float]], ptr %columns, i64 0, i64 %idxprom63
  %idxprom65 = sext i32 %i50.0 to i64
  %arrayidx66 = getelementptr inbounds [4 x float], ptr %arrayidx64, i64 0, i64 %idxprom65
  %14 = load float, ptr %arrayidx66, align 4, !tbaa !14
  %arrayidx68 = getelementptr inbounds [6 x float], ptr %across, i64 0, i64 %idxprom63
  store float %14, ptr %arrayidx68, align 4, !tbaa !14
  %inc70 = add nsw i32 %j58.0, 1
  br label %for.cond59, !llvm.loop !60

for.end71:                                        ; preds = %for.cond59
  %arrayidx.i7 = getelementptr inbounds float, ptr %across, i64 1
  %15 = load float, ptr %arrayidx.i7, align 4, !tbaa !14
  %arrayidx1.i8 = getelementptr inbounds float, ptr %across, i64 2
  %16 = load float, ptr %arrayidx1.i8, align 4, !tbaa !14
  %add.i9 = fadd contract float %15, %16
  %sub.i12 = fsub contract float %15, %16
  %arrayidx4.i13 = getelementptr inbounds float, ptr %across, i64 3
  %17 = load float, ptr %arrayidx4.i13, align 4, !tbaa !14
  %arrayidx5.i14 = getelementptr inbounds float, ptr %across, i64 4
  %18 = load float, ptr %arrayidx5.i14, align 4, !tbaa !14
  %add6.i15 = fadd contract float %17, %18
  %sub9.i18 = fsub contract float %17, %18
  %19 = load float, ptr %across, align 4, !tbaa !14
  %add11.i19 = fadd contract float %19, %add.i9
  %add12.i20 = fadd contract float %add11.i19, %add6.i15
  store float %add12.i20, ptr %y, align 4, !tbaa !14
  %20 = call contract noundef float @llvm.fma.f32(float 2.000000e+00, float %sub9.i18, float %sub.i12)
  %arrayidx14.i22 = getelementptr inbounds float, ptr %y, i64 1
  store float %20, ptr %arrayidx14.i22, align 4, !tbaa !14
  %21 = call contract noundef float @llvm.fma.f32(float 4.000000e+00, float %add6.i15, float %add.i9)
  %arrayidx16.i24 = getelementptr inbounds float, ptr %y, i64 2
  store float %21, ptr %arrayidx16.i24, align 4, !tbaa !14
  %22 = call contract noundef float @llvm.fma.f32(float 8.000000e+00, float %sub9.i18, float %sub.i12)
  %arrayidx18.i26 = getelementptr inbounds float, ptr %across, i64 5
  %23 = load float, ptr %arrayidx18.i26, align 4, !tbaa !14
  %add19.i27 = fadd contract float %22, %23
  %arrayidx20.i28 = getelementptr inbounds float, ptr %y, i64 3
  store float %add19.i27, ptr %arrayidx20.i28, align 4, !tbaa !14
  %rem = srem i32 %width, 4
  %cmp74 = icmp eq i32 %rem, 0
  br i1 %cmp74, label %if.then75, label %for.cond88

if.then75:                                        ; preds = %for.end71
  %vecinit = insertelement <4 x float> poison, float %add12.i20, i32 0
  %vecinit78 = insertelement <4 x float> %vecinit, float %20, i32 1
  %vecinit80 = insertelement <4 x float> %vecinit78, float %21, i32 2
  %vecinit82 = insertelement <4 x float> %vecinit80, float %add19.i27, i32 3
  %conv83 = sext i32 %i50.0 to i64
  %mul85 = mul nsw i64 %conv83, %conv45
  %add.ptr86 = getelementptr inbounds float, ptr %add.ptr49, i64 %mul85
  store <4 x float> %vecinit82, ptr %add.ptr86, align 16, !tbaa !24
  br label %if.end107

for.cond88:                                       ; preds = %for.end71, %for.inc104
  %j87.0 = phi i32 [ %inc105, %for.inc104 ], [ 0, %for.end71 ]
  %cmp89 = icmp slt i32 %j87.0, 4
  br i1 %cmp89, label %for.body91, label %if.end107

for.body91:                                       ; preds = %for.cond88
  %add92 = add i32 %mul15, %j87.0
  %cmp93 = icmp ult i32 %add92, %width
  br i1 %cmp93, label %if.then94, label %for.inc104

if.then94:                                        ; preds = %for.body91
  %idxprom95 = sext i32 %j87.0 to i64
  %arrayidx96 = getelementptr inbounds [4 x float], ptr %y, i64 0, i64 %idxprom95
  %24 = load float, ptr %arrayidx96, align 4, !tbaa !14
  %conv97 = sext i32 %i50.0 to i64
  %mul99 = mul nsw i64 %conv97, %conv45
  %add101 = add nsw i64 %mul99, %idxprom95
  %arrayidx102 = getelementptr inbounds float, ptr %add.ptr49, i64 %add101
  store float %24, ptr %arrayidx102, align 4, !tbaa !14
  br label %for.inc104

for.inc104:                                       ; preds = %for.body91, %if.then94
  %inc105 = add nsw i32 %j87.0, 1
  br label %for.cond88, !llvm.loop !61

if.end107:                                        ; preds = %for.cond88, %if.then75
  call void @llvm.lifetime.end.p0(ptr %y) #5
  call void @llvm.lifetime.end.p0(ptr %across) #5
  br label %for.inc109

for.inc109:                                       ; preds = %for.body54, %if.end107
  %inc110 = add nsw i32 %i50.0, 1
  br label %for.cond51, !llvm.loop !62

for.end111:                                       ; preds = %for.cond51
  call void @llvm.lifetime.end.p0(ptr %columns) #5
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %for.end111, %entry
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

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.fma.f32(float, float, float) #3

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: write)
declare void @llvm.memset.p0.i64(ptr writeonly captures(none), i8, i64, i1 immarg) #4

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.y() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.y() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.z() #2

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #3 = { nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }
attributes #4 = { nocallback nofree nounwind willreturn memory(argmem: write) }
attributes #5 = { nounwind }

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
!8 = !{!"bool", !5, i64 0}
!9 = distinct !{!9, !10, !11}
!10 = !{!"llvm.loop.mustprogress"}
!11 = !{!"llvm.loop.unroll.enable"}
!12 = !{i8 0, i8 2}
!13 = !{}
!14 = !{!15, !15, i64 0}
!15 = !{!"float", !5, i64 0}
!16 = distinct !{!16, !10, !11}
!17 = distinct !{!17, !10, !11}
!18 = distinct !{!18, !10, !11}
!19 = distinct !{!19, !10, !11}
!20 = distinct !{!20, !10, !11}
!21 = distinct !{!21, !10, !11}
!22 = distinct !{!22, !10, !11}
!23 = distinct !{!23, !10, !11}
!24 = !{!5, !5, i64 0}
!25 = distinct !{!25, !10, !11}
!26 = distinct !{!26, !10, !11}
!27 = distinct !{!27, !10, !11}
!28 = distinct !{!28, !10, !11}
!29 = distinct !{!29, !10, !11}
!30 = distinct !{!30, !10, !11}
!31 = distinct !{!31, !10, !11}
!32 = distinct !{!32, !10, !11}
!33 = distinct !{!33, !10, !34}
!34 = !{!"llvm.loop.unroll.disable"}
!35 = distinct !{!35, !10, !11}
!36 = distinct !{!36, !10, !11}
!37 = distinct !{!37, !10, !11}
!38 = distinct !{!38, !10, !11}
!39 = distinct !{!39, !10, !11}
!40 = distinct !{!40, !10, !11}
!41 = distinct !{!41, !10, !11}
!42 = distinct !{!42, !10, !11}
!43 = distinct !{!43, !10, !11}
!44 = distinct !{!44, !10, !34}
!45 = distinct !{!45, !10, !11}
!46 = distinct !{!46, !10, !11}
!47 = distinct !{!47, !10, !11}
!48 = distinct !{!48, !10, !11}
!49 = distinct !{!49, !10, !11}
!50 = distinct !{!50, !10, !11}
!51 = distinct !{!51, !10, !11}
!52 = distinct !{!52, !10, !11}
!53 = distinct !{!53, !10, !11}
!54 = distinct !{!54, !10, !34}
!55 = distinct !{!55, !10, !11}
!56 = distinct !{!56, !10, !11}
!57 = distinct !{!57, !10, !11}
!58 = distinct !{!58, !10, !11}
!59 = distinct !{!59, !10, !11}
!60 = distinct !{!60, !10, !11}
!61 = distinct !{!61, !10, !11}
!62 = distinct !{!62, !10, !11}
