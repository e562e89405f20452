source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @winograd_f2_input(ptr noundef %input, ptr noundef %patches, i32 noundef %images, i32 noundef %channels, i32 noundef %height, i32 noundef %width) #0 {
entry:
  %d = alloca [4 x [4 x float]], align 4
  %rows = alloca [4 x [4 x float]], align 4
  %v = alloca [4 x float], align 4
  %add = add nsw i32 %height, 1
  %div = sdiv i32 %add, 2
  %add1 = add nsw i32 %width, 1
  %div2 = sdiv i32 %add1, 2
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
  %mul12 = mul nsw i32 %rem, 2
  %sub = sub nsw i32 %mul12, 1
  %rem13 = srem i32 %add7, %div2
  %mul14 = mul nsw i32 %rem13, 2
  %sub15 = sub nsw i32 %mul14, 1
  call void @llvm.lifetime.start.p0(ptr %d) #3
  br label %for.cond

for.cond:                                         ; preds = %for.inc41, %if.end
  %i.0 = phi i32 [ 0, %if.end ], [ %inc42, %for.inc41 ]
  %cmp16 = icmp slt i32 %i.0, 4
  br i1 %cmp16, label %for.cond17, label %for.end43

for.cond17:                                       ; preds = %for.cond, %cond.end
  %j.0 = phi i32 [ %inc, %cond.end ], [ 0, %for.cond ]
  %cmp18 = icmp slt i32 %j.0, 4
  br i1 %cmp18, label %for.body20, label %for.inc41

for.body20:                                       ; preds = %for.cond17
  %add21 = add nsw i32 %sub, %i.0
  %add22 = add nsw i32 %sub15, %j.0
  %cmp23 = icmp sge i32 %add21, 0
  %cmp24 = icmp slt i32 %add21, %height
  %or.cond = and i1 %cmp23, %cmp24
  %cmp26 = icmp sge i32 %add22, 0
  %or.cond53 = select i1 %or.cond, i1 %cmp26, i1 false
  %cmp27 = icmp slt i32 %add22, %width
  %or.cond54 = select i1 %or.cond53, i1 %cmp27, i1 false
  br i1 %or.cond54, label %cond.true, label %cond.end

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
  %arrayidx38 = getelementptr inbounds [4 x [4 x float]], ptr %d, i64 0, i64 %idxprom
  %idxprom39 = sext i32 %j.0 to i64
  %arrayidx40 = getelementptr inbounds [4 x float], ptr %arrayidx38, i64 0, i64 %idxprom39
  store float %cond, ptr %arrayidx40, align 4, !tbaa !7
  %inc = add nsw i32 %j.0, 1
  br label %for.cond17, !llvm.loop !9

for.inc41:                                        ; preds = %for.cond17
  %inc42 = add nsw i32 %i.0, 1
  br label %for.cond, !llvm.loop !11

for.end43:                                        ; preds = %for.cond
  call void @llvm.lifetime.start.p0(ptr %rows) #3
  br label %for.cond45

for.cond45:                                       ; preds = %for.body48, %for.end43
  %j44.0 = phi i32 [ 0, %for.end43 ], [ %inc90, %for.body48 ]
  %cmp46 = icmp slt i32 %j44.0, 4
  br i1 %cmp46, label %for.body48, label %for.cond93

for.body48:                                       ; preds = %for.cond45
  %idxprom50 = sext i32 %j44.0 to i64
  %arrayidx51 = getelementptr inbounds [4 x float], ptr %d, i64 0, i64 %idxprom50
  %5 = load float, ptr %arrayidx51, align 4, !tbaa !7
  %arrayidx52 = getelementptr inbounds [4 x [4 x float]], ptr %d, i64 0, i64 2
  %arrayidx54 = getelementptr inbounds [4 x float], ptr %arrayidx52, i64 0, i64 %idxprom50
  %6 = load float, ptr %arrayidx54, align 4, !tbaa !7
  %sub55 = fsub contract float %5, %6
  %arrayidx58 = getelementptr inbounds [4 x float], ptr %rows, i64 0, i64 %idxprom50
  store float %sub55, ptr %arrayidx58, align 4, !tbaa !7
  %arrayidx59 = getelementptr inbounds [4 x [4 x float]], ptr %d, i64 0, i64 1
  %arrayidx61 = getelementptr inbounds [4 x float], ptr %arrayidx59, i64 0, i64 %idxprom50
  %7 = load float, ptr %arrayidx61, align 4, !tbaa !7
  %8 = load float, ptr %arrayidx54, align 4, !tbaa !7
  %add65 = fadd contract float %7, %8
  %arrayidx66 = getelementptr inbounds [4 x [4 x float]], ptr %rows, i64 0, i64 1
  %arrayidx68 = getelementptr inbounds [4 x float], ptr %arrayidx66, i64 0, i64 %idxprom50
  store float %add65, ptr %arrayidx68, align 4, !tbaa !7
  %9 = load float, ptr %arrayidx54, align 4, !tbaa !7
  %10 = load float, ptr %arrayidx61, align 4, !tbaa !7
  %sub75 = fsub contract float %9, %10
  %arrayidx76 = getelementptr inbounds [4 x [4 x float]], ptr %rows, i64 0, i64 2
  %arrayidx78 = getelementptr inbounds [4 x float], ptr %arrayidx76, i64 0, i64 %idxprom50
  store float %sub75, ptr %arrayidx78, align 4, !tbaa !7
  %11 = load float, ptr %arrayidx61, align 4, !tbaa !7
  %arrayidx82 = getelementptr inbounds [4 x [4 x float]], ptr %d, i64 0, i64 3
  %arrayidx84 = getelementptr inbounds [4 x float], ptr %arrayidx82, i64 0, i64 %idxprom50
  %12 = load float, ptr %arrayidx84, align 4, !tbaa !7
  %sub85 = fsub contract float %11, %12
  %arrayidx86 = getelementptr inbounds [4 x [4 x float]], ptr %rows, i64 0, i64 3
  %arrayidx88 = getelementptr inbounds [4 x float], ptr %arrayidx86, i64 0, i64 %idxprom50
  store float %sub85, ptr %arrayidx88, align 4, !tbaa !7
  %inc90 = add nsw i32 %j44.0, 1
  br label %for.cond45, !llvm.loop !12

for.cond93:                                       ; preds = %for.cond45, %for.end150
  %i92.0 = phi i32 [ %inc152, %for.end150 ], [ 0, %for.cond45 ]
  %cmp94 = icmp slt i32 %i92.0, 4
  br i1 %cmp94, label %for.body96, label %for.end153

for.body96:                                       ; preds = %for.cond93
  call void @llvm.lifetime.start.p0(ptr %v) #3
  %idxprom97 = sext i32 %i92.0 to i64
  %arrayidx98 = getelementptr inbounds [4 x [4 x float]], ptr %rows, i64 0, i64 %idxprom97
  %13 = load float, ptr %arrayidx98, align 4, !tbaa !7
  %arrayidx102 = getelementptr inbounds [4 x float], ptr %arrayidx98, i64 0, i64 2
  %14 = load float, ptr %arrayidx102, align 4, !tbaa !7
  %sub103 = fsub contract float %13, %14
  store float %sub103, ptr %v, align 4, !tbaa !7
  %arrayidx107 = getelementptr inbounds [4 x float], ptr %arrayidx98, i64 0, i64 1
  %15 = load float, ptr %arrayidx107, align 4, !tbaa !7
  %16 = load float, ptr %arrayidx102, align 4, !tbaa !7
  %add111 = fadd contract float %15, %16
  %arrayidx112 = getelementptr inbounds [4 x float], ptr %v, i64 0, i64 1
  store float %add111, ptr %arrayidx112, align 4, !tbaa !7
  %17 = load float, ptr %arrayidx102, align 4, !tbaa !7
  %18 = load float, ptr %arrayidx107, align 4, !tbaa !7
  %sub119 = fsub contract float %17, %18
  %arrayidx120 = getelementptr inbounds [4 x float], ptr %v, i64 0, i64 2
  store float %sub119, ptr %arrayidx120, align 4, !tbaa !7
  %19 = load float, ptr %arrayidx107, align 4, !tbaa !7
  %arrayidx126 = getelementptr inbounds [4 x float], ptr %arrayidx98, i64 0, i64 3
  %20 = load float, ptr %arrayidx126, align 4, !tbaa !7
  %sub127 = fsub contract float %19, %20
  %arrayidx128 = getelementptr inbounds [4 x float], ptr %v, i64 0, i64 3
  store float %sub127, ptr %arrayidx128, align 4, !tbaa !7
  br label %for.cond130

for.cond130:                                      ; preds = %for.body133, %for.body96
  %j129.0 = phi i32 [ 0, %for.body96 ], [ %inc149, %for.body133 ]
  %cmp131 = icmp slt i32 %j129.0, 4
  br i1 %cmp131, label %for.body133, label %for.end150

for.body133:                                      ; preds = %for.cond130
  %idxprom134 = sext i32 %j129.0 to i64
  %arrayidx135 = getelementptr inbounds [4 x float], ptr %v, i64 0, i64 %idxprom134
  %21 = load float, ptr %arrayidx135, align 4, !tbaa !7
  %mul136 = mul nsw i32 %i92.0, 4
  %add137 = add nsw i32 %mul136, %j129.0
  %conv138 = sext i32 %add137 to i64
  %conv139 = sext i32 %channels to i64
  %mul140 = mul nsw i64 %conv138, %conv139
  %conv141 = sext i32 %3 to i64
  %add142 = add nsw i64 %mul140, %conv141
  %conv143 = sext i32 %mul3 to i64
  %mul144 = mul nsw i64 %add142, %conv143
  %conv145 = sext i32 %add7 to i64
  %add146 = add nsw i64 %mul144, %conv145
  %arrayidx147 = getelementptr inbounds float, ptr %patches, i64 %add146
  store float %21, ptr %arrayidx147, align 4, !tbaa !7
  %inc149 = add nsw i32 %j129.0, 1
  br label %for.cond130, !llvm.loop !13

for.end150:                                       ; preds = %for.cond130
  call void @llvm.lifetime.end.p0(ptr %v) #3
  %inc152 = add nsw i32 %i92.0, 1
  br label %for.cond93, !llvm.loop !14

for.end153:                                       ; preds = %for.cond93
  call void @llvm.lifetime.end.p0(ptr %rows) #3
  call void @llvm.lifetime.end.p0(ptr %d) #3
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %for.end153, %entry
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(ptr captures(none)) #1

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @winograd_f2_multiply(ptr noundef %filters, ptr noundef %patches, ptr noundef %products, i32 noundef %outputs, i32 noundef %channels, i32 noundef %tiles) #0 {
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
define dso_local ptx_kernel void @winograd_f2_output(ptr noundef %products, ptr noundef %out, i32 noundef %images, i32 noundef %outputs, i32 noundef %height, i32 noundef %width) #0 {
entry:
  %m = alloca [4 x [4 x float]], align 4
  %rows = alloca [2 x [4 x float]], align 4
  %y = alloca [2 x float], align 4
  %add = add nsw i32 %height, 1
  %div = sdiv i32 %add, 2
  %add1 = add nsw i32 %width, 1
  %div2 = sdiv i32 %add1, 2
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
  %mul12 = mul nsw i32 %rem, 2
  %rem13 = srem i32 %add7, %div2
  %mul14 = mul nsw i32 %rem13, 2
  call void @llvm.lifetime.start.p0(ptr %m) #3
  br label %for.cond

for.cond:                                         ; preds = %for.inc33, %if.end
  %i.0 = phi i32 [ 0, %if.end ], [ %inc34, %for.inc33 ]
  %cmp15 = icmp slt i32 %i.0, 4
  br i1 %cmp15, label %for.cond16, label %for.end35

for.cond16:                                       ; preds = %for.cond, %for.body19
  %j.0 = phi i32 [ %inc, %for.body19 ], [ 0, %for.cond ]
  %cmp17 = icmp slt i32 %j.0, 4
  br i1 %cmp17, label %for.body19, label %for.inc33

for.body19:                                       ; preds = %for.cond16
  %mul20 = mul nsw i32 %i.0, 4
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
  %arrayidx30 = getelementptr inbounds [4 x [4 x float]], ptr %m, i64 0, i64 %idxprom
  %idxprom31 = sext i32 %j.0 to i64
  %arrayidx32 = getelementptr inbounds [4 x float], ptr %arrayidx30, i64 0, i64 %idxprom31
  store float %4, ptr %arrayidx32, align 4, !tbaa !7
  %inc = add nsw i32 %j.0, 1
  br label %for.cond16, !llvm.loop !16

for.inc33:                                        ; preds = %for.cond16
  %inc34 = add nsw i32 %i.0, 1
  br label %for.cond, !llvm.loop !17

for.end35:                                        ; preds = %for.cond
  call void @llvm.lifetime.start.p0(ptr %rows) #3
  br label %for.cond37

for.cond37:                                       ; preds = %for.body40, %for.end35
  %j36.0 = phi i32 [ 0, %for.end35 ], [ %inc69, %for.body40 ]
  %cmp38 = icmp slt i32 %j36.0, 4
  br i1 %cmp38, label %for.body40, label %for.cond72

for.body40:                                       ; preds = %for.cond37
  %idxprom42 = sext i32 %j36.0 to i64
  %arrayidx43 = getelementptr inbounds [4 x float], ptr %m, i64 0, i64 %idxprom42
  %5 = load float, ptr %arrayidx43, align 4, !tbaa !7
  %arrayidx44 = getelementptr inbounds [4 x [4 x float]], ptr %m, i64 0, i64 1
  %arrayidx46 = getelementptr inbounds [4 x float], ptr %arrayidx44, i64 0, i64 %idxprom42
  %6 = load float, ptr %arrayidx46, align 4, !tbaa !7
  %add47 = fadd contract float %5, %6
  %arrayidx48 = getelementptr inbounds [4 x [4 x float]], ptr %m, i64 0, i64 2
  %arrayidx50 = getelementptr inbounds [4 x float], ptr %arrayidx48, i64 0, i64 %idxprom42
  %7 = load float, ptr %arrayidx50, align 4, !tbaa !7
  %add51 = fadd contract float %add47, %7
  %arrayidx54 = getelementptr inbounds [4 x float], ptr %rows, i64 0, i64 %idxprom42
  store float %add51, ptr %arrayidx54, align 4, !tbaa !7
  %8 = load float, ptr %arrayidx46, align 4, !tbaa !7
  %9 = load float, ptr %arrayidx50, align 4, !tbaa !7
  %sub = fsub contract float %8, %9
  %arrayidx61 = getelementptr inbounds [4 x [4 x float]], ptr %m, i64 0, i64 3
  %arrayidx63 = getelementptr inbounds [4 x float], ptr %arrayidx61, i64 0, i64 %idxprom42
  %10 = load float, ptr %arrayidx63, align 4, !tbaa !7
  %sub64 = fsub contract float %sub, %10
  %arrayidx65 = getelementptr inbounds [2 x [4 x float]], ptr %rows, i64 0, i64 1
  %arrayidx67 = getelementptr inbounds [4 x float], ptr %arrayidx65, i64 0, i64 %idxprom42
  store float %sub64, ptr %arrayidx67, align 4, !tbaa !7
  %inc69 = add nsw i32 %j36.0, 1
  br label %for.cond37, !llvm.loop !18

for.cond72:                                       ; preds = %for.cond37, %for.end131
  %i71.0 = phi i32 [ %inc133, %for.end131 ], [ 0, %for.cond37 ]
  %cmp73 = icmp slt i32 %i71.0, 2
  br i1 %cmp73, label %for.body75, label %for.end134

for.body75:                                       ; preds = %for.cond72
  call void @llvm.lifetime.start.p0(ptr %y) #3
  %idxprom76 = sext i32 %i71.0 to i64
  %arrayidx77 = getelementptr inbounds [2 x [4 x float]], ptr %rows, i64 0, i64 %idxprom76
  %11 = load float, ptr %arrayidx77, align 4, !tbaa !7
  %arrayidx81 = getelementptr inbounds [4 x float], ptr %arrayidx77, i64 0, i64 1
  %12 = load float, ptr %arrayidx81, align 4, !tbaa !7
  %add82 = fadd contract float %11, %12
  %arrayidx85 = getelementptr inbounds [4 x float], ptr %arrayidx77, i64 0, i64 2
  %13 = load float, ptr %arrayidx85, align 4, !tbaa !7
  %add86 = fadd contract float %add82, %13
  store float %add86, ptr %y, align 4, !tbaa !7
  %14 = load float, ptr %arrayidx81, align 4, !tbaa !7
  %15 = load float, ptr %arrayidx85, align 4, !tbaa !7
  %sub94 = fsub contract float %14, %15
  %arrayidx97 = getelementptr inbounds [4 x float], ptr %arrayidx77, i64 0, i64 3
  %16 = load float, ptr %arrayidx97, align 4, !tbaa !7
  %sub98 = fsub contract float %sub94, %16
  %arrayidx99 = getelementptr inbounds [2 x float], ptr %y, i64 0, i64 1
  store float %sub98, ptr %arrayidx99, align 4, !tbaa !7
  br label %for.cond101

for.cond101:                                      ; preds = %for.inc129, %for.body75
  %j100.0 = phi i32 [ 0, %for.body75 ], [ %inc130, %for.inc129 ]
  %cmp102 = icmp slt i32 %j100.0, 2
  br i1 %cmp102, label %for.body104, label %for.end131

for.body104:                                      ; preds = %for.cond101
  %add105 = add nsw i32 %mul12, %i71.0
  %cmp106 = icmp slt i32 %add105, %height
  %add107 = add nsw i32 %mul14, %j100.0
  %cmp108 = icmp slt i32 %add107, %width
  %or.cond = select i1 %cmp106, i1 %cmp108, i1 false
  br i1 %or.cond, label %if.then109, label %for.inc129

if.then109:                                       ; preds = %for.body104
  %idxprom110 = sext i32 %j100.0 to i64
  %arrayidx111 = getelementptr inbounds [2 x float], ptr %y, i64 0, i64 %idxprom110
  %17 = load float, ptr %arrayidx111, align 4, !tbaa !7
  %mul112 = mul nsw i32 %div10, %outputs
  %add113 = add nsw i32 %mul112, %3
  %conv114 = sext i32 %add113 to i64
  %conv115 = sext i32 %height to i64
  %mul116 = mul nsw i64 %conv114, %conv115
  %conv117 = sext i32 %mul12 to i64
  %add118 = add nsw i64 %mul116, %conv117
  %add120 = add nsw i64 %add118, %idxprom76
  %conv121 = sext i32 %width to i64
  %mul122 = mul nsw i64 %add120, %conv121
  %conv123 = sext i32 %mul14 to i64
  %add124 = add nsw i64 %mul122, %conv123
  %add126 = add nsw i64 %add124, %idxprom110
  %arrayidx127 = getelementptr inbounds float, ptr %out, i64 %add126
  store float %17, ptr %arrayidx127, align 4, !tbaa !7
  br label %for.inc129

for.inc129:                                       ; preds = %for.body104, %if.then109
  %inc130 = add nsw i32 %j100.0, 1
  br label %for.cond101, !llvm.loop !19

for.end131:                                       ; preds = %for.cond101
  call void @llvm.lifetime.end.p0(ptr %y) #3
  %inc133 = add nsw i32 %i71.0, 1
  br label %for.cond72, !llvm.loop !20

for.end134:                                       ; preds = %for.cond72
  call void @llvm.lifetime.end.p0(ptr %rows) #3
  call void @llvm.lifetime.end.p0(ptr %m) #3
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %for.end134, %entry
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
