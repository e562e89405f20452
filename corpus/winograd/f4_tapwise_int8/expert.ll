source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @winograd_q8_input(ptr noalias noundef %input, ptr noalias noundef %input_shift, ptr noalias noundef %patches, i32 noundef %images, i32 noundef %channels, i32 noundef %height, i32 noundef %width) #0 {
entry:
  %packed = alloca [36 x i32], align 4
  %columns = alloca [6 x [6 x i32]], align 4
  %d = alloca [6 x i32], align 4
  %across = alloca [6 x i32], align 4
  %v = alloca [6 x i32], align 4
  %add = add i32 %height, 3
  %div = udiv i32 %add, 4
  %add1 = add i32 %width, 3
  %div2 = udiv i32 %add1, 4
  %mul = mul i32 %images, %div
  %mul3 = mul i32 %mul, %div2
  %div4 = sdiv i32 %channels, 4
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul6 = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add8 = add i32 %mul6, %2
  %div9 = udiv i32 %add8, %div4
  %mul10 = mul i32 %div9, %div4
  %sub = sub i32 %add8, %mul10
  %cmp = icmp uge i32 %div9, %mul3
  br i1 %cmp, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %div11 = udiv i32 %div9, %div2
  %div12 = udiv i32 %div11, %div
  %mul13 = mul i32 %div12, %div
  %sub14 = sub i32 %div11, %mul13
  %mul15 = mul nsw i32 %sub14, 4
  %sub16 = sub nsw i32 %mul15, 1
  %mul17 = mul i32 %div11, %div2
  %sub18 = sub i32 %div9, %mul17
  %mul19 = mul nsw i32 %sub18, 4
  %sub20 = sub nsw i32 %mul19, 1
  call void @llvm.lifetime.start.p0(ptr %packed) #4
  call void @llvm.memset.p0.i64(ptr align 4 %packed, i8 0, i64 144, i1 false)
  br label %for.cond

for.cond:                                         ; preds = %for.end104, %if.end
  %byte.0 = phi i32 [ 0, %if.end ], [ %inc106, %for.end104 ]
  %cmp21 = icmp slt i32 %byte.0, 4
  br i1 %cmp21, label %for.body, label %for.cond108

for.body:                                         ; preds = %for.cond
  %mul22 = mul i32 %div12, %channels
  %mul23 = mul i32 %sub, 4
  %add24 = add i32 %mul22, %mul23
  %add25 = add i32 %add24, %byte.0
  %conv = zext i32 %add25 to i64
  %conv26 = sext i32 %height to i64
  %mul27 = mul nsw i64 %conv, %conv26
  %conv28 = sext i32 %sub16 to i64
  %add29 = add nsw i64 %mul27, %conv28
  %conv30 = sext i32 %width to i64
  %mul31 = mul nsw i64 %add29, %conv30
  %add.ptr = getelementptr inbounds i8, ptr %input, i64 %mul31
  %idx.ext = sext i32 %sub20 to i64
  %add.ptr32 = getelementptr inbounds i8, ptr %add.ptr, i64 %idx.ext
  call void @llvm.lifetime.start.p0(ptr %columns) #4
  br label %for.cond33

for.cond33:                                       ; preds = %for.end, %for.body
  %j.0 = phi i32 [ 0, %for.body ], [ %inc56, %for.end ]
  %cmp34 = icmp slt i32 %j.0, 6
  br i1 %cmp34, label %for.body36, label %for.cond59

for.body36:                                       ; preds = %for.cond33
  call void @llvm.lifetime.start.p0(ptr %d) #4
  br label %for.cond37

for.cond37:                                       ; preds = %cond.end, %for.body36
  %i.0 = phi i32 [ 0, %for.body36 ], [ %inc, %cond.end ]
  %cmp38 = icmp slt i32 %i.0, 6
  br i1 %cmp38, label %for.body40, label %for.end

for.body40:                                       ; preds = %for.cond37
  %add41 = add nsw i32 %sub16, %i.0
  %cmp42 = icmp ult i32 %add41, %height
  %add43 = add nsw i32 %sub20, %j.0
  %cmp44 = icmp ult i32 %add43, %width
  %3 = select i1 %cmp42, i1 %cmp44, i1 false
  br i1 %3, label %cond.true, label %cond.end

cond.true:                                        ; preds = %for.body40
  %conv45 = sext i32 %i.0 to i64
  %mul47 = mul nsw i64 %conv45, %conv30
  %conv48 = sext i32 %j.0 to i64
  %add49 = add nsw i64 %mul47, %conv48
  %arrayidx = getelementptr inbounds i8, ptr %add.ptr32, i64 %add49
  %4 = load i8, ptr %arrayidx, align 1, !tbaa !7
  %conv50 = sext i8 %4 to i32
  br label %cond.end

cond.end:                                         ; preds = %for.body40, %cond.true
  %cond = phi i32 [ %conv50, %cond.true ], [ 0, %for.body40 ]
  %idxprom = sext i32 %i.0 to i64
  %arrayidx51 = getelementptr inbounds [6 x i32], ptr %d, i64 0, i64 %idxprom
  store i32 %cond, ptr %arrayidx51, align 4, !tbaa !3
  %inc = add nsw i32 %i.0, 1
  br label %for.cond37, !llvm.loop !8

for.end:                                          ; preds = %for.cond37
  %idxprom52 = sext i32 %j.0 to i64
  %arrayidx53 = getelementptr inbounds [6 x [6 x i32]], ptr %columns, i64 0, i64 %idxprom52
  %arrayidx.i = getelementptr inbounds i32, ptr %d, i64 4
  %5 = load i32, ptr %arrayidx.i, align 4, !tbaa !3
  %arrayidx1.i = getelementptr inbounds i32, ptr %d, i64 2
  %6 = load i32, ptr %arrayidx1.i, align 4, !tbaa !3
  %mul.i = mul nsw i32 4, %6
  %sub.i = sub nsw i32 %5, %mul.i
  %arrayidx2.i = getelementptr inbounds i32, ptr %d, i64 3
  %7 = load i32, ptr %arrayidx2.i, align 4, !tbaa !3
  %arrayidx3.i = getelementptr inbounds i32, ptr %d, i64 1
  %8 = load i32, ptr %arrayidx3.i, align 4, !tbaa !3
  %mul4.i = mul nsw i32 4, %8
  %sub5.i = sub nsw i32 %7, %mul4.i
  %sub8.i = sub nsw i32 %5, %6
  %sub11.i = sub nsw i32 %7, %8
  %mul12.i = mul nsw i32 2, %sub11.i
  %9 = load i32, ptr %d, align 4, !tbaa !3
  %mul14.i = mul nsw i32 4, %9
  %mul16.i = mul nsw i32 5, %6
  %sub17.i = sub nsw i32 %mul14.i, %mul16.i
  %add.i = add nsw i32 %sub17.i, %5
  store i32 %add.i, ptr %arrayidx53, align 4, !tbaa !3
  %add20.i = add nsw i32 %sub.i, %sub5.i
  %arrayidx21.i = getelementptr inbounds i32, ptr %arrayidx53, i64 1
  store i32 %add20.i, ptr %arrayidx21.i, align 4, !tbaa !3
  %sub22.i = sub nsw i32 %sub.i, %sub5.i
  %arrayidx23.i = getelementptr inbounds i32, ptr %arrayidx53, i64 2
  store i32 %sub22.i, ptr %arrayidx23.i, align 4, !tbaa !3
  %add24.i = add nsw i32 %sub8.i, %mul12.i
  %arrayidx25.i = getelementptr inbounds i32, ptr %arrayidx53, i64 3
  store i32 %add24.i, ptr %arrayidx25.i, align 4, !tbaa !3
  %sub26.i = sub nsw i32 %sub8.i, %mul12.i
  %arrayidx27.i = getelementptr inbounds i32, ptr %arrayidx53, i64 4
  store i32 %sub26.i, ptr %arrayidx27.i, align 4, !tbaa !3
  %10 = load i32, ptr %arrayidx3.i, align 4, !tbaa !3
  %mul29.i = mul nsw i32 4, %10
  %11 = load i32, ptr %arrayidx2.i, align 4, !tbaa !3
  %mul31.i = mul nsw i32 5, %11
  %sub32.i = sub nsw i32 %mul29.i, %mul31.i
  %arrayidx33.i = getelementptr inbounds i32, ptr %d, i64 5
  %12 = load i32, ptr %arrayidx33.i, align 4, !tbaa !3
  %add34.i = add nsw i32 %sub32.i, %12
  %arrayidx35.i = getelementptr inbounds i32, ptr %arrayidx53, i64 5
  store i32 %add34.i, ptr %arrayidx35.i, align 4, !tbaa !3
  call void @llvm.lifetime.end.p0(ptr %d) #4
  %inc56 = add nsw i32 %j.0, 1
  br label %for.cond33, !llvm.loop !11

for.cond59:                                       ; preds = %for.cond33, %for.end101
  %i58.0 = phi i32 [ %inc103, %for.end101 ], [ 0, %for.cond33 ]
  %cmp60 = icmp slt i32 %i58.0, 6
  br i1 %cmp60, label %for.body62, label %for.end104

for.body62:                                       ; preds = %for.cond59
  call void @llvm.lifetime.start.p0(ptr %across) #4
  call void @llvm.lifetime.start.p0(ptr %v) #4
  br label %for.cond64

for.cond64:                                       ; preds = %for.body67, %for.body62
  %j63.0 = phi i32 [ 0, %for.body62 ], [ %inc75, %for.body67 ]
  %cmp65 = icmp slt i32 %j63.0, 6
  br i1 %cmp65, label %for.body67, label %for.end76

for.body67:                                       ; preds = %for.cond64
  %idxprom68 = sext i32 %j63.0 to i64
  %arrayidx69 = getelementptr inbounds [6 x [6 x i32]], ptr %columns, i64 0, i64 %idxprom68
  %idxprom70 = sext i32 %i58.0 to i64
  %arrayidx71 = getelementptr inbounds [6 x i32], ptr %arrayidx69, i64 0, i64 %idxprom70
  %13 = load i32, ptr %arrayidx71, align 4, !tbaa !3
  %arrayidx73 = getelementptr inbounds [6 x i32], ptr %across, i64 0, i64 %idxprom68
  store i32 %13, ptr %arrayidx73, align 4, !tbaa !3
  %inc75 = add nsw i32 %j63.0, 1
  br label %for.cond64, !llvm.loop !12

for.end76:                                        ; preds = %for.cond64
  %arrayidx.i7 = getelementptr inbounds i32, ptr %across, i64 4
  %14 = load i32, ptr %arrayidx.i7, align 4, !tbaa !3
  %arrayidx1.i8 = getelementptr inbounds i32, ptr %across, i64 2
  %15 = load i32, ptr %arrayidx1.i8, align 4, !tbaa !3
  %mul.i9 = mul nsw i32 4, %15
  %sub.i10 = sub nsw i32 %14, %mul.i9
  %arrayidx2.i11 = getelementptr inbounds i32, ptr %across, i64 3
  %16 = load i32, ptr %arrayidx2.i11, align 4, !tbaa !3
  %arrayidx3.i12 = getelementptr inbounds i32, ptr %across, i64 1
  %17 = load i32, ptr %arrayidx3.i12, align 4, !tbaa !3
  %mul4.i13 = mul nsw i32 4, %17
  %sub5.i14 = sub nsw i32 %16, %mul4.i13
  %sub8.i17 = sub nsw i32 %14, %15
  %sub11.i20 = sub nsw i32 %16, %17
  %mul12.i21 = mul nsw i32 2, %sub11.i20
  %18 = load i32, ptr %across, align 4, !tbaa !3
  %mul14.i22 = mul nsw i32 4, %18
  %mul16.i24 = mul nsw i32 5, %15
  %sub17.i25 = sub nsw i32 %mul14.i22, %mul16.i24
  %add.i27 = add nsw i32 %sub17.i25, %14
  store i32 %add.i27, ptr %v, align 4, !tbaa !3
  %add20.i28 = add nsw i32 %sub.i10, %sub5.i14
  %arrayidx21.i29 = getelementptr inbounds i32, ptr %v, i64 1
  store i32 %add20.i28, ptr %arrayidx21.i29, align 4, !tbaa !3
  %sub22.i30 = sub nsw i32 %sub.i10, %sub5.i14
  %arrayidx23.i31 = getelementptr inbounds i32, ptr %v, i64 2
  store i32 %sub22.i30, ptr %arrayidx23.i31, align 4, !tbaa !3
  %add24.i32 = add nsw i32 %sub8.i17, %mul12.i21
  %arrayidx25.i33 = getelementptr inbounds i32, ptr %v, i64 3
  store i32 %add24.i32, ptr %arrayidx25.i33, align 4, !tbaa !3
  %sub26.i34 = sub nsw i32 %sub8.i17, %mul12.i21
  %arrayidx27.i35 = getelementptr inbounds i32, ptr %v, i64 4
  store i32 %sub26.i34, ptr %arrayidx27.i35, align 4, !tbaa !3
  %19 = load i32, ptr %arrayidx3.i12, align 4, !tbaa !3
  %mul29.i37 = mul nsw i32 4, %19
  %20 = load i32, ptr %arrayidx2.i11, align 4, !tbaa !3
  %mul31.i39 = mul nsw i32 5, %20
  %sub32.i40 = sub nsw i32 %mul29.i37, %mul31.i39
  %arrayidx33.i41 = getelementptr inbounds i32, ptr %across, i64 5
  %21 = load i32, ptr %arrayidx33.i41, align 4, !tbaa !3
  %add34.i42 = add nsw i32 %sub32.i40, %21
  %arrayidx35.i43 = getelementptr inbounds i32, ptr %v, i64 5
  store i32 %add34.i42, ptr %arrayidx35.i43, align 4, !tbaa !3
  br label %for.cond80

for.cond80:                                       ; preds = %for.body83, %for.end76
  %j79.0 = phi i32 [ 0, %for.end76 ], [ %inc100, %for.body83 ]
  %cmp81 = icmp slt i32 %j79.0, 6
  br i1 %cmp81, label %for.body83, label %for.end101

for.body83:                                       ; preds = %for.cond80
  %mul84 = mul nsw i32 %i58.0, 6
  %add85 = add nsw i32 %mul84, %j79.0
  %idxprom86 = sext i32 %add85 to i64
  %arrayidx87 = getelementptr inbounds [36 x i32], ptr %packed, i64 0, i64 %idxprom86
  %22 = load i32, ptr %arrayidx87, align 4, !tbaa !3
  %idxprom88 = sext i32 %j79.0 to i64
  %arrayidx89 = getelementptr inbounds [6 x i32], ptr %v, i64 0, i64 %idxprom88
  %23 = load i32, ptr %arrayidx89, align 4, !tbaa !3
  %arrayidx93 = getelementptr inbounds i32, ptr %input_shift, i64 %idxprom86
  %24 = load i32, ptr %arrayidx93, align 4, !tbaa !3
  %shl.i = shl i32 1, %24
  %div.i = sdiv i32 %shl.i, 2
  %cmp.i = icmp sgt i32 %24, 0
  %conv.i = zext i1 %cmp.i to i32
  %sub.i45 = sub nsw i32 %div.i, %conv.i
  %shr.i = ashr i32 %23, %24
  %and.i = and i32 %shr.i, 1
  %cond.i = select i1 %cmp.i, i32 %and.i, i32 0
  %add.i46 = add nsw i32 %23, %sub.i45
  %add2.i = add nsw i32 %add.i46, %cond.i
  %shr3.i = ashr i32 %add2.i, %24
  %cmp.i53 = icmp sgt i32 %shr3.i, -127
  %cond.i55 = select i1 %cmp.i53, i32 %shr3.i, i32 -127
  %cmp.i47 = icmp slt i32 %cond.i55, 127
  %cond.i49 = select i1 %cmp.i47, i32 %cond.i55, i32 127
  %25 = call i32 @llvm.nvvm.prmt(i32 %22, i32 %cond.i49, i32 17185)
  store i32 %25, ptr %arrayidx87, align 4, !tbaa !3
  %inc100 = add nsw i32 %j79.0, 1
  br label %for.cond80, !llvm.loop !13

for.end101:                                       ; preds = %for.cond80
  call void @llvm.lifetime.end.p0(ptr %v) #4
  call void @llvm.lifetime.end.p0(ptr %across) #4
  %inc103 = add nsw i32 %i58.0, 1
  br label %for.cond59, !llvm.loop !14

for.end104:                                       ; preds = %for.cond59
  call void @llvm.lifetime.end.p0(ptr %columns) #4
  %inc106 = add nsw i32 %byte.0, 1
  br label %for.cond, !llvm.loop !15

for.cond108:                                      ; preds = %for.cond, %for.body111
  %tap.0 = phi i32 [ %inc125, %for.body111 ], [ 0, %for.cond ]
  %cmp109 = icmp slt i32 %tap.0, 36
  br i1 %cmp109, label %for.body111, label %for.end126

for.body111:                                      ; preds = %for.cond108
  %idxprom112 = sext i32 %tap.0 to i64
  %arrayidx113 = getelementptr inbounds [36 x i32], ptr %packed, i64 0, i64 %idxprom112
  %26 = load i32, ptr %arrayidx113, align 4, !tbaa !3
  %conv115 = zext i32 %mul3 to i64
  %mul116 = mul nsw i64 %idxprom112, %conv115
  %conv117 = zext i32 %div9 to i64
  %add118 = add nsw i64 %mul116, %conv117
  %conv119 = zext i32 %div4 to i64
  %mul120 = mul nsw i64 %add118, %conv119
  %conv121 = zext i32 %sub to i64
  %add122 = add nsw i64 %mul120, %conv121
  %arrayidx123 = getelementptr inbounds i32, ptr %patches, i64 %add122
  store i32 %26, ptr %arrayidx123, align 4, !tbaa !3
  %inc125 = add nsw i32 %tap.0, 1
  br label %for.cond108, !llvm.loop !17

for.end126:                                       ; preds = %for.cond108
  call void @llvm.lifetime.end.p0(ptr %packed) #4
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %for.end126, %entry
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: write)
declare void @llvm.memset.p0.i64(ptr writeonly captures(none), i8, i64, i1 immarg) #2

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i32 @llvm.nvvm.prmt(i32, i32, i32) #3

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @winograd_q8_multiply(ptr noalias noundef %filters, ptr noalias noundef %patches, ptr noalias noundef %products, i32 noundef %outputs, i32 noundef %channels, i32 noundef %tiles) #0 {
entry:
  %filter = alloca [4 x ptr], align 8
  %patch = alloca [2 x ptr], align 8
  %sum = alloca [4 x [2 x i32]], align 4
  %a = alloca [4 x i32], align 4
  %b = alloca [2 x i32], align 4
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %mul = mul i32 %0, 64
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.y()
  %mul4 = mul i32 %2, %3
  %4 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.y()
  %add6 = add i32 %mul4, %4
  %mul7 = mul i32 %add6, 4
  %5 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.z()
  %cmp = icmp sge i32 %mul7, %outputs
  br i1 %cmp, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %div = sdiv i32 %channels, 4
  call void @llvm.lifetime.start.p0(ptr %filter) #4
  br label %for.cond

for.cond:                                         ; preds = %for.body, %if.end
  %m.0 = phi i32 [ 0, %if.end ], [ %inc, %for.body ]
  %cmp9 = icmp slt i32 %m.0, 4
  br i1 %cmp9, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %mul10 = mul nsw i32 %5, %outputs
  %add11 = add nsw i32 %mul7, %m.0
  %sub = sub nsw i32 %outputs, 1
  %cmp.i = icmp slt i32 %add11, %sub
  %add11.sub = select i1 %cmp.i, i32 %add11, i32 %sub
  %add13 = add nsw i32 %mul10, %add11.sub
  %conv = sext i32 %add13 to i64
  %conv14 = sext i32 %div to i64
  %mul15 = mul nsw i64 %conv, %conv14
  %add.ptr = getelementptr inbounds i32, ptr %filters, i64 %mul15
  %idxprom = sext i32 %m.0 to i64
  %arrayidx = getelementptr inbounds [4 x ptr], ptr %filter, i64 0, i64 %idxprom
  store ptr %add.ptr, ptr %arrayidx, align 8, !tbaa !18
  %inc = add nsw i32 %m.0, 1
  br label %for.cond, !llvm.loop !21

for.end:                                          ; preds = %for.cond
  call void @llvm.lifetime.start.p0(ptr %patch) #4
  br label %for.cond16

for.cond16:                                       ; preds = %for.body19, %for.end
  %n.0 = phi i32 [ 0, %for.end ], [ %inc35, %for.body19 ]
  %cmp17 = icmp slt i32 %n.0, 2
  br i1 %cmp17, label %for.body19, label %for.end36

for.body19:                                       ; preds = %for.cond16
  %conv20 = sext i32 %5 to i64
  %conv21 = sext i32 %tiles to i64
  %mul22 = mul nsw i64 %conv20, %conv21
  %mul23 = mul nsw i32 %n.0, 32
  %add24 = add nsw i32 %add, %mul23
  %sub25 = sub nsw i32 %tiles, 1
  %cmp.i3 = icmp slt i32 %add24, %sub25
  %add24.sub25 = select i1 %cmp.i3, i32 %add24, i32 %sub25
  %conv27 = sext i32 %add24.sub25 to i64
  %add28 = add nsw i64 %mul22, %conv27
  %conv29 = sext i32 %div to i64
  %mul30 = mul nsw i64 %add28, %conv29
  %add.ptr31 = getelementptr inbounds i32, ptr %patches, i64 %mul30
  %idxprom32 = sext i32 %n.0 to i64
  %arrayidx33 = getelementptr inbounds [2 x ptr], ptr %patch, i64 0, i64 %idxprom32
  store ptr %add.ptr31, ptr %arrayidx33, align 8, !tbaa !18
  %inc35 = add nsw i32 %n.0, 1
  br label %for.cond16, !llvm.loop !22

for.end36:                                        ; preds = %for.cond16
  call void @llvm.lifetime.start.p0(ptr %sum) #4
  call void @llvm.memset.p0.i64(ptr align 4 %sum, i8 0, i64 32, i1 false)
  br label %for.cond37

for.cond37:                                       ; preds = %for.end97, %for.end36
  %word.0 = phi i32 [ 0, %for.end36 ], [ %inc99, %for.end97 ]
  %cmp38 = icmp slt i32 %word.0, %div
  br i1 %cmp38, label %for.body40, label %for.cond102

for.body40:                                       ; preds = %for.cond37
  call void @llvm.lifetime.start.p0(ptr %a) #4
  call void @llvm.lifetime.start.p0(ptr %b) #4
  br label %for.cond42

for.cond42:                                       ; preds = %for.body45, %for.body40
  %m41.0 = phi i32 [ 0, %for.body40 ], [ %inc53, %for.body45 ]
  %cmp43 = icmp slt i32 %m41.0, 4
  br i1 %cmp43, label %for.body45, label %for.cond56

for.body45:                                       ; preds = %for.cond42
  %idxprom46 = sext i32 %m41.0 to i64
  %arrayidx47 = getelementptr inbounds [4 x ptr], ptr %filter, i64 0, i64 %idxprom46
  %6 = load ptr, ptr %arrayidx47, align 8, !tbaa !18
  %idxprom48 = sext i32 %word.0 to i64
  %arrayidx49 = getelementptr inbounds i32, ptr %6, i64 %idxprom48
  %7 = load i32, ptr %arrayidx49, align 4, !tbaa !3
  %arrayidx51 = getelementptr inbounds [4 x i32], ptr %a, i64 0, i64 %idxprom46
  store i32 %7, ptr %arrayidx51, align 4, !tbaa !3
  %inc53 = add nsw i32 %m41.0, 1
  br label %for.cond42, !llvm.loop !23

for.cond56:                                       ; preds = %for.cond42, %for.body59
  %n55.0 = phi i32 [ %inc67, %for.body59 ], [ 0, %for.cond42 ]
  %cmp57 = icmp slt i32 %n55.0, 2
  br i1 %cmp57, label %for.body59, label %for.cond70

for.body59:                                       ; preds = %for.cond56
  %idxprom60 = sext i32 %n55.0 to i64
  %arrayidx61 = getelementptr inbounds [2 x ptr], ptr %patch, i64 0, i64 %idxprom60
  %8 = load ptr, ptr %arrayidx61, align 8, !tbaa !18
  %idxprom62 = sext i32 %word.0 to i64
  %arrayidx63 = getelementptr inbounds i32, ptr %8, i64 %idxprom62
  %9 = load i32, ptr %arrayidx63, align 4, !tbaa !3
  %arrayidx65 = getelementptr inbounds [2 x i32], ptr %b, i64 0, i64 %idxprom60
  store i32 %9, ptr %arrayidx65, align 4, !tbaa !3
  %inc67 = add nsw i32 %n55.0, 1
  br label %for.cond56, !llvm.loop !24

for.cond70:                                       ; preds = %for.cond56, %for.inc95
  %m69.0 = phi i32 [ %inc96, %for.inc95 ], [ 0, %for.cond56 ]
  %cmp71 = icmp slt i32 %m69.0, 4
  br i1 %cmp71, label %for.cond75, label %for.end97

for.cond75:                                       ; preds = %for.cond70, %for.body78
  %n74.0 = phi i32 [ %inc93, %for.body78 ], [ 0, %for.cond70 ]
  %cmp76 = icmp slt i32 %n74.0, 2
  br i1 %cmp76, label %for.body78, label %for.inc95

for.body78:                                       ; preds = %for.cond75
  %idxprom79 = sext i32 %m69.0 to i64
  %arrayidx80 = getelementptr inbounds [4 x i32], ptr %a, i64 0, i64 %idxprom79
  %10 = load i32, ptr %arrayidx80, align 4, !tbaa !3
  %idxprom81 = sext i32 %n74.0 to i64
  %arrayidx82 = getelementptr inbounds [2 x i32], ptr %b, i64 0, i64 %idxprom81
  %11 = load i32, ptr %arrayidx82, align 4, !tbaa !3
  %arrayidx84 = getelementptr inbounds [4 x [2 x i32]], ptr %sum, i64 0, i64 %idxprom79
  %arrayidx86 = getelementptr inbounds [2 x i32], ptr %arrayidx84, i64 0, i64 %idxprom81
  %12 = load i32, ptr %arrayidx86, align 4, !tbaa !3
  %call.i = call noundef i32 @llvm.nvvm.idp4a.s.s(i32 noundef %10, i32 noundef %11, i32 noundef %12) #5
  store i32 %call.i, ptr %arrayidx86, align 4, !tbaa !3
  %inc93 = add nsw i32 %n74.0, 1
  br label %for.cond75, !llvm.loop !25

for.inc95:                                        ; preds = %for.cond75
  %inc96 = add nsw i32 %m69.0, 1
  br label %for.cond70, !llvm.loop !26

for.end97:                                        ; preds = %for.cond70
  call void @llvm.lifetime.end.p0(ptr %b) #4
  call void @llvm.lifetime.end.p0(ptr %a) #4
  %inc99 = add nsw i32 %word.0, 1
  br label %for.cond37, !llvm.loop !27

for.cond102:                                      ; preds = %for.cond37, %for.inc137
  %m101.0 = phi i32 [ %inc138, %for.inc137 ], [ 0, %for.cond37 ]
  %cmp103 = icmp slt i32 %m101.0, 4
  br i1 %cmp103, label %for.cond107, label %for.end139

for.cond107:                                      ; preds = %for.cond102, %for.inc134
  %n106.0 = phi i32 [ %inc135, %for.inc134 ], [ 0, %for.cond102 ]
  %cmp108 = icmp slt i32 %n106.0, 2
  br i1 %cmp108, label %for.body110, label %for.inc137

for.body110:                                      ; preds = %for.cond107
  %add111 = add nsw i32 %mul7, %m101.0
  %cmp112 = icmp slt i32 %add111, %outputs
  br i1 %cmp112, label %land.lhs.true, label %for.inc134

land.lhs.true:                                    ; preds = %for.body110
  %mul113 = mul nsw i32 %n106.0, 32
  %add114 = add nsw i32 %add, %mul113
  %cmp115 = icmp slt i32 %add114, %tiles
  br i1 %cmp115, label %if.then116, label %for.inc134

if.then116:                                       ; preds = %land.lhs.true
  %idxprom117 = sext i32 %m101.0 to i64
  %arrayidx118 = getelementptr inbounds [4 x [2 x i32]], ptr %sum, i64 0, i64 %idxprom117
  %idxprom119 = sext i32 %n106.0 to i64
  %arrayidx120 = getelementptr inbounds [2 x i32], ptr %arrayidx118, i64 0, i64 %idxprom119
  %13 = load i32, ptr %arrayidx120, align 4, !tbaa !3
  %mul121 = mul nsw i32 %5, %outputs
  %add122 = add nsw i32 %mul121, %mul7
  %add123 = add nsw i32 %add122, %m101.0
  %conv124 = sext i32 %add123 to i64
  %conv125 = sext i32 %tiles to i64
  %mul126 = mul nsw i64 %conv124, %conv125
  %conv127 = sext i32 %add to i64
  %add128 = add nsw i64 %mul126, %conv127
  %conv130 = sext i32 %mul113 to i64
  %add131 = add nsw i64 %add128, %conv130
  %arrayidx132 = getelementptr inbounds i32, ptr %products, i64 %add131
  store i32 %13, ptr %arrayidx132, align 4, !tbaa !3
  br label %for.inc134

for.inc134:                                       ; preds = %for.body110, %land.lhs.true, %if.then116
  %inc135 = add nsw i32 %n106.0, 1
  br label %for.cond107, !llvm.loop !29

for.inc137:                                       ; preds = %for.cond107
  %inc138 = add nsw i32 %m101.0, 1
  br label %for.cond102, !llvm.loop !30

for.end139:                                       ; preds = %for.cond102
  call void @llvm.lifetime.end.p0(ptr %sum) #4
  call void @llvm.lifetime.end.p0(ptr %patch) #4
  call void @llvm.lifetime.end.p0(ptr %filter) #4
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %for.end139, %entry
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @winograd_q8_output(ptr noalias noundef %products, ptr noalias noundef %input_shift, ptr noalias noundef %filter_shift, ptr noalias noundef %out, i32 noundef %images, i32 noundef %outputs, i32 noundef %height, i32 noundef %width) #0 {
entry:
  %columns = alloca [6 x [4 x i32]], align 4
  %m = alloca [6 x i32], align 4
  %across = alloca [6 x i32], align 4
  %y = alloca [4 x i32], align 4
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
  %add.ptr = getelementptr inbounds i32, ptr %products, i64 %mul17
  %idx.ext = zext i32 %add7 to i64
  %add.ptr18 = getelementptr inbounds nuw i32, ptr %add.ptr, i64 %idx.ext
  %conv19 = sext i32 %outputs to i64
  %mul21 = mul nsw i64 %conv19, %conv16
  call void @llvm.lifetime.start.p0(ptr %columns) #4
  br label %for.cond

for.cond:                                         ; preds = %for.end, %if.end
  %j.0 = phi i32 [ 0, %if.end ], [ %inc45, %for.end ]
  %cmp22 = icmp slt i32 %j.0, 6
  br i1 %cmp22, label %for.body, label %for.end46

for.body:                                         ; preds = %for.cond
  call void @llvm.lifetime.start.p0(ptr %m) #4
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
  %arrayidx = getelementptr inbounds i32, ptr %add.ptr18, i64 %mul30
  %4 = load i32, ptr %arrayidx, align 4, !tbaa !3
  %arrayidx33 = getelementptr inbounds i32, ptr %input_shift, i64 %conv29
  %5 = load i32, ptr %arrayidx33, align 4, !tbaa !3
  %arrayidx37 = getelementptr inbounds i32, ptr %filter_shift, i64 %conv29
  %6 = load i32, ptr %arrayidx37, align 4, !tbaa !3
  %add38 = add nsw i32 %5, %6
  %shl = shl i32 %4, %add38
  %idxprom39 = sext i32 %i.0 to i64
  %arrayidx40 = getelementptr inbounds [6 x i32], ptr %m, i64 0, i64 %idxprom39
  store i32 %shl, ptr %arrayidx40, align 4, !tbaa !3
  %inc = add nsw i32 %i.0, 1
  br label %for.cond23, !llvm.loop !31

for.end:                                          ; preds = %for.cond23
  %idxprom41 = sext i32 %j.0 to i64
  %arrayidx42 = getelementptr inbounds [6 x [4 x i32]], ptr %columns, i64 0, i64 %idxprom41
  %arrayidx.i = getelementptr inbounds i32, ptr %m, i64 1
  %7 = load i32, ptr %arrayidx.i, align 4, !tbaa !3
  %arrayidx1.i = getelementptr inbounds i32, ptr %m, i64 2
  %8 = load i32, ptr %arrayidx1.i, align 4, !tbaa !3
  %add.i = add nsw i32 %7, %8
  %sub.i = sub nsw i32 %7, %8
  %arrayidx4.i = getelementptr inbounds i32, ptr %m, i64 3
  %9 = load i32, ptr %arrayidx4.i, align 4, !tbaa !3
  %arrayidx5.i = getelementptr inbounds i32, ptr %m, i64 4
  %10 = load i32, ptr %arrayidx5.i, align 4, !tbaa !3
  %add6.i = add nsw i32 %9, %10
  %sub9.i = sub nsw i32 %9, %10
  %11 = load i32, ptr %m, align 4, !tbaa !3
  %add11.i = add nsw i32 %11, %add.i
  %add12.i = add nsw i32 %add11.i, %add6.i
  store i32 %add12.i, ptr %arrayidx42, align 4, !tbaa !3
  %mul.i = mul nsw i32 2, %sub9.i
  %add14.i = add nsw i32 %sub.i, %mul.i
  %arrayidx15.i = getelementptr inbounds i32, ptr %arrayidx42, i64 1
  store i32 %add14.i, ptr %arrayidx15.i, align 4, !tbaa !3
  %mul16.i = mul nsw i32 4, %add6.i
  %add17.i = add nsw i32 %add.i, %mul16.i
  %arrayidx18.i = getelementptr inbounds i32, ptr %arrayidx42, i64 2
  store i32 %add17.i, ptr %arrayidx18.i, align 4, !tbaa !3
  %mul19.i = mul nsw i32 8, %sub9.i
  %add20.i = add nsw i32 %sub.i, %mul19.i
  %arrayidx21.i = getelementptr inbounds i32, ptr %m, i64 5
  %12 = load i32, ptr %arrayidx21.i, align 4, !tbaa !3
  %add22.i = add nsw i32 %add20.i, %12
  %arrayidx23.i = getelementptr inbounds i32, ptr %arrayidx42, i64 3
  store i32 %add22.i, ptr %arrayidx23.i, align 4, !tbaa !3
  call void @llvm.lifetime.end.p0(ptr %m) #4
  %inc45 = add nsw i32 %j.0, 1
  br label %for.cond, !llvm.loop !32

for.end46:                                        ; preds = %for.cond
  %mul47 = mul i32 %div10, %outputs
  %add48 = add i32 %mul47, %3
  %conv49 = zext i32 %add48 to i64
  %conv50 = sext i32 %height to i64
  %mul51 = mul nsw i64 %conv49, %conv50
  %conv52 = zext i32 %mul12 to i64
  %add53 = add nsw i64 %mul51, %conv52
  %conv54 = sext i32 %width to i64
  %mul55 = mul nsw i64 %add53, %conv54
  %add.ptr56 = getelementptr inbounds i32, ptr %out, i64 %mul55
  %idx.ext57 = zext i32 %mul15 to i64
  %add.ptr58 = getelementptr inbounds nuw i32, ptr %add.ptr56, i64 %idx.ext57
  br label %for.cond60

for.cond60:                                       ; preds = %for.inc118, %for.end46
  %i59.0 = phi i32 [ 0, %for.end46 ], [ %inc119, %for.inc118 ]
  %cmp61 = icmp slt i32 %i59.0, 4
  br i1 %cmp61, label %for.body63, label %for.end120

for.body63:                                       ; preds = %for.cond60
  %add64 = add i32 %mul12, %i59.0
  %cmp65 = icmp ult i32 %add64, %height
  br i1 %cmp65, label %if.then66, label %for.inc118

if.then66:                                        ; preds = %for.body63
  call void @llvm.lifetime.start.p0(ptr %across) #4
  call void @llvm.lifetime.start.p0(ptr %y) #4
  br label %for.cond68

for.cond68:                                       ; preds = %for.body71, %if.then66
  %j67.0 = phi i32 [ 0, %if.then66 ], [ %inc79, %for.body71 ]
  %cmp69 = icmp slt i32 %j67.0, 6
  br i1 %cmp69, label %for.body71, label %for.end80

for.body71:                                       ; preds = %for.cond68
  %idxprom72 = sext i32 %j67.0 to i64
  %arrayidx73 = getelementptr inbounds [6 x [4 x i32]], ptr %columns, i64 0, i64 %idxprom72
  %idxprom74 = sext i32 %i59.0 to i64
  %arrayidx75 = getelementptr inbounds [4 x i32], ptr %arrayidx73, i64 0, i64 %idxprom74
  %13 = load i32, ptr %arrayidx75, align 4, !tbaa !3
  %arrayidx77 = getelementptr inbounds [6 x i32], ptr %across, i64 0, i64 %idxprom72
  store i32 %13, ptr %arrayidx77, align 4, !tbaa !3
  %inc79 = add nsw i32 %j67.0, 1
  br label %for.cond68, !llvm.loop !33

for.end80:                                        ; preds = %for.cond68
  %arrayidx.i7 = getelementptr inbounds i32, ptr %across, i64 1
  %14 = load i32, ptr %arrayidx.i7, align 4, !tbaa !3
  %arrayidx1.i8 = getelementptr inbounds i32, ptr %across, i64 2
  %15 = load i32, ptr %arrayidx1.i8, align 4, !tbaa !3
  %add.i9 = add nsw i32 %14, %15
  %sub.i12 = sub nsw i32 %14, %15
  %arrayidx4.i13 = getelementptr inbounds i32, ptr %across, i64 3
  %16 = load i32, ptr %arrayidx4.i13, align 4, !tbaa !3
  %arrayidx5.i14 = getelementptr inbounds i32, ptr %across, i64 4
  %17 = load i32, ptr %arrayidx5.i14, align 4, !tbaa !3
  %add6.i15 = add nsw i32 %16, %17
  %sub9.i18 = sub nsw i32 %16, %17
  %18 = load i32, ptr %across, align 4, !tbaa !3
  %add11.i19 = add nsw i32 %18, %add.i9
  %add12.i20 = add nsw i32 %add11.i19, %add6.i15
  store i32 %add12.i20, ptr %y, align 4, !tbaa !3
  %mul.i21 = mul nsw i32 2, %sub9.i18
  %add14.i22 = add nsw i32 %sub.i12, %mul.i21
  %arrayidx15.i23 = getelementptr inbounds i32, ptr %y, i64 1
  store i32 %add14.i22, ptr %arrayidx15.i23, align 4, !tbaa !3
  %mul16.i24 = mul nsw i32 4, %add6.i15
  %add17.i25 = add nsw i32 %add.i9, %mul16.i24
  %arrayidx18.i26 = getelementptr inbounds i32, ptr %y, i64 2
  store i32 %add17.i25, ptr %arrayidx18.i26, align 4, !tbaa !3
  %mul19.i27 = mul nsw i32 8, %sub9.i18
  %add20.i28 = add nsw i32 %sub.i12, %mul19.i27
  %arrayidx21.i29 = getelementptr inbounds i32, ptr %across, i64 5
  %19 = load i32, ptr %arrayidx21.i29, align 4, !tbaa !3
  %add22.i30 = add nsw i32 %add20.i28, %19
  %arrayidx23.i31 = getelementptr inbounds i32, ptr %y, i64 3
  store i32 %add22.i30, ptr %arrayidx23.i31, align 4, !tbaa !3
  %rem = srem i32 %width, 4
  %cmp83 = icmp eq i32 %rem, 0
  br i1 %cmp83, label %if.then84, label %for.cond97

if.then84:                                        ; preds = %for.end80
  %vecinit = insertelement <4 x i32> poison, i32 %add12.i20, i32 0
  %vecinit87 = insertelement <4 x i32> %vecinit, i32 %add14.i22, i32 1
  %vecinit89 = insertelement <4 x i32> %vecinit87, i32 %add17.i25, i32 2
  %vecinit91 = insertelement <4 x i32> %vecinit89, i32 %add22.i30, i32 3
  %conv92 = sext i32 %i59.0 to i64
  %mul94 = mul nsw i64 %conv92, %conv54
  %add.ptr95 = getelementptr inbounds i32, ptr %add.ptr58, i64 %mul94
  store <4 x i32> %vecinit91, ptr %add.ptr95, align 16, !tbaa !7
  br label %if.end116

for.cond97:                                       ; preds = %for.end80, %for.inc113
  %j96.0 = phi i32 [ %inc114, %for.inc113 ], [ 0, %for.end80 ]
  %cmp98 = icmp slt i32 %j96.0, 4
  br i1 %cmp98, label %for.body100, label %if.end116

for.body100:                                      ; preds = %for.cond97
  %add101 = add i32 %mul15, %j96.0
  %cmp102 = icmp ult i32 %add101, %width
  br i1 %cmp102, label %if.then103, label %for.inc113

if.then103:                                       ; preds = %for.body100
  %idxprom104 = sext i32 %j96.0 to i64
  %arrayidx105 = getelementptr inbounds [4 x i32], ptr %y, i64 0, i64 %idxprom104
  %20 = load i32, ptr %arrayidx105, align 4, !tbaa !3
  %conv106 = sext i32 %i59.0 to i64
  %mul108 = mul nsw i64 %conv106, %conv54
  %add110 = add nsw i64 %mul108, %idxprom104
  %arrayidx111 = getelementptr inbounds i32, ptr %add.ptr58, i64 %add110
  store i32 %20, ptr %arrayidx111, align 4, !tbaa !3
  br label %for.inc113

for.inc113:                                       ; preds = %for.body100, %if.then103
  %inc114 = add nsw i32 %j96.0, 1
  br label %for.cond97, !llvm.loop !34

if.end116:                                        ; preds = %for.cond97, %if.then84
  call void @llvm.lifetime.end.p0(ptr %y) #4
  call void @llvm.lifetime.end.p0(ptr %across) #4
  br label %for.inc118

for.inc118:                                       ; preds = %for.body63, %if.end116
  %inc119 = add nsw i32 %i59.0, 1
  br label %for.cond60, !llvm.loop !35

for.end120:                                       ; preds = %for.cond60
  call void @llvm.lifetime.end.p0(ptr %columns) #4
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %for.end120, %entry
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.y() #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.y() #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.y() #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.z() #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i32 @llvm.nvvm.idp4a.s.s(i32, i32, i32) #3

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { nocallback nofree nounwind willreturn memory(argmem: write) }
attributes #3 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #4 = { nounwind }
attributes #5 = { convergent nounwind }

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
!10 = !{!"llvm.loop.unroll.enable"}
!11 = distinct !{!11, !9, !10}
!12 = distinct !{!12, !9, !10}
!13 = distinct !{!13, !9, !10}
!14 = distinct !{!14, !9, !10}
!15 = distinct !{!15, !9, !16}
!16 = !{!"llvm.loop.unroll.disable"}
!17 = distinct !{!17, !9, !10}
!18 = !{!19, !19, i64 0}
!19 = !{!"p1 int", !20, i64 0}
!20 = !{!"any pointer", !5, i64 0}
!21 = distinct !{!21, !9, !10}
!22 = distinct !{!22, !9, !10}
!23 = distinct !{!23, !9, !10}
!24 = distinct !{!24, !9, !10}
!25 = distinct !{!25, !9, !10}
!26 = distinct !{!26, !9, !10}
!27 = distinct !{!27, !9, !28}
!28 = !{!"llvm.loop.unroll.count", i32 2}
!29 = distinct !{!29, !9, !10}
!30 = distinct !{!30, !9, !10}
!31 = distinct !{!31, !9, !10}
!32 = distinct !{!32, !9, !10}
!33 = distinct !{!33, !9, !10}
!34 = distinct !{!34, !9, !10}
!35 = distinct !{!35, !9, !10}
