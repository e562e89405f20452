source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @winograd_f2_input(ptr noalias noundef %input, ptr noalias noundef %patches, i32 noundef %images, i32 noundef %channels, i32 noundef %height, i32 noundef %width) #0 {
entry:
  %d = alloca [4 x [4 x float]], align 4
  %rows = alloca [4 x [4 x float]], align 4
  %add = add i32 %height, 1
  %div = udiv i32 %add, 2
  %add1 = add i32 %width, 1
  %div2 = udiv i32 %add1, 2
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
  %mul12 = mul nsw i32 %sub, 2
  %sub13 = sub nsw i32 %mul12, 1
  %mul14 = mul i32 %div9, %div2
  %sub15 = sub i32 %add7, %mul14
  %mul16 = mul nsw i32 %sub15, 2
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
  call void @llvm.lifetime.start.p0(ptr %d) #5
  br label %for.cond

for.cond:                                         ; preds = %for.inc46, %if.end
  %i.0 = phi i32 [ 0, %if.end ], [ %inc47, %for.inc46 ]
  %cmp27 = icmp slt i32 %i.0, 4
  br i1 %cmp27, label %for.body, label %for.end48

for.body:                                         ; preds = %for.cond
  %add28 = add nsw i32 %sub13, %i.0
  %cmp29 = icmp ult i32 %add28, %height
  br label %for.cond30

for.cond30:                                       ; preds = %cond.end, %for.body
  %j.0 = phi i32 [ 0, %for.body ], [ %inc, %cond.end ]
  %cmp31 = icmp slt i32 %j.0, 4
  br i1 %cmp31, label %for.body33, label %for.inc46

for.body33:                                       ; preds = %for.cond30
  %add34 = add nsw i32 %sub17, %j.0
  %cmp35 = icmp ult i32 %add34, %width
  %4 = select i1 %cmp29, i1 %cmp35, i1 false
  br i1 %4, label %cond.true, label %cond.end

cond.true:                                        ; preds = %for.body33
  %conv38 = sext i32 %i.0 to i64
  %mul40 = mul nsw i64 %conv38, %conv24
  %conv41 = sext i32 %j.0 to i64
  %add42 = add nsw i64 %mul40, %conv41
  %arrayidx = getelementptr inbounds float, ptr %add.ptr26, i64 %add42
  %5 = load float, ptr %arrayidx, align 4, !tbaa !7
  br label %cond.end

cond.end:                                         ; preds = %for.body33, %cond.true
  %cond = phi contract float [ %5, %cond.true ], [ 0.000000e+00, %for.body33 ]
  %idxprom = sext i32 %i.0 to i64
  %arrayidx43 = getelementptr inbounds [4 x [4 x float]], ptr %d, i64 0, i64 %idxprom
  %idxprom44 = sext i32 %j.0 to i64
  %arrayidx45 = getelementptr inbounds [4 x float], ptr %arrayidx43, i64 0, i64 %idxprom44
  store float %cond, ptr %arrayidx45, align 4, !tbaa !7
  %inc = add nsw i32 %j.0, 1
  br label %for.cond30, !llvm.loop !9

for.inc46:                                        ; preds = %for.cond30
  %inc47 = add nsw i32 %i.0, 1
  br label %for.cond, !llvm.loop !12

for.end48:                                        ; preds = %for.cond
  call void @llvm.lifetime.start.p0(ptr %rows) #5
  br label %for.cond50

for.cond50:                                       ; preds = %for.body53, %for.end48
  %j49.0 = phi i32 [ 0, %for.end48 ], [ %inc95, %for.body53 ]
  %cmp51 = icmp slt i32 %j49.0, 4
  br i1 %cmp51, label %for.body53, label %for.end96

for.body53:                                       ; preds = %for.cond50
  %idxprom55 = sext i32 %j49.0 to i64
  %arrayidx56 = getelementptr inbounds [4 x float], ptr %d, i64 0, i64 %idxprom55
  %6 = load float, ptr %arrayidx56, align 4, !tbaa !7
  %arrayidx57 = getelementptr inbounds [4 x [4 x float]], ptr %d, i64 0, i64 2
  %arrayidx59 = getelementptr inbounds [4 x float], ptr %arrayidx57, i64 0, i64 %idxprom55
  %7 = load float, ptr %arrayidx59, align 4, !tbaa !7
  %sub60 = fsub contract float %6, %7
  %arrayidx63 = getelementptr inbounds [4 x float], ptr %rows, i64 0, i64 %idxprom55
  store float %sub60, ptr %arrayidx63, align 4, !tbaa !7
  %arrayidx64 = getelementptr inbounds [4 x [4 x float]], ptr %d, i64 0, i64 1
  %arrayidx66 = getelementptr inbounds [4 x float], ptr %arrayidx64, i64 0, i64 %idxprom55
  %8 = load float, ptr %arrayidx66, align 4, !tbaa !7
  %9 = load float, ptr %arrayidx59, align 4, !tbaa !7
  %add70 = fadd contract float %8, %9
  %arrayidx71 = getelementptr inbounds [4 x [4 x float]], ptr %rows, i64 0, i64 1
  %arrayidx73 = getelementptr inbounds [4 x float], ptr %arrayidx71, i64 0, i64 %idxprom55
  store float %add70, ptr %arrayidx73, align 4, !tbaa !7
  %10 = load float, ptr %arrayidx59, align 4, !tbaa !7
  %11 = load float, ptr %arrayidx66, align 4, !tbaa !7
  %sub80 = fsub contract float %10, %11
  %arrayidx81 = getelementptr inbounds [4 x [4 x float]], ptr %rows, i64 0, i64 2
  %arrayidx83 = getelementptr inbounds [4 x float], ptr %arrayidx81, i64 0, i64 %idxprom55
  store float %sub80, ptr %arrayidx83, align 4, !tbaa !7
  %12 = load float, ptr %arrayidx66, align 4, !tbaa !7
  %arrayidx87 = getelementptr inbounds [4 x [4 x float]], ptr %d, i64 0, i64 3
  %arrayidx89 = getelementptr inbounds [4 x float], ptr %arrayidx87, i64 0, i64 %idxprom55
  %13 = load float, ptr %arrayidx89, align 4, !tbaa !7
  %sub90 = fsub contract float %12, %13
  %arrayidx91 = getelementptr inbounds [4 x [4 x float]], ptr %rows, i64 0, i64 3
  %arrayidx93 = getelementptr inbounds [4 x float], ptr %arrayidx91, i64 0, i64 %idxprom55
  store float %sub90, ptr %arrayidx93, align 4, !tbaa !7
  %inc95 = add nsw i32 %j49.0, 1
  br label %for.cond50, !llvm.loop !13

for.end96:                                        ; preds = %for.cond50
  %conv97 = zext i32 %3 to i64
  %conv98 = zext i32 %mul3 to i64
  %mul99 = mul nsw i64 %conv97, %conv98
  %add.ptr100 = getelementptr inbounds float, ptr %patches, i64 %mul99
  %idx.ext101 = zext i32 %add7 to i64
  %add.ptr102 = getelementptr inbounds nuw float, ptr %add.ptr100, i64 %idx.ext101
  %conv103 = sext i32 %channels to i64
  %mul105 = mul nsw i64 %conv103, %conv98
  br label %for.cond107

for.cond107:                                      ; preds = %for.body110, %for.end96
  %i106.0 = phi i32 [ 0, %for.end96 ], [ %inc160, %for.body110 ]
  %cmp108 = icmp slt i32 %i106.0, 4
  br i1 %cmp108, label %for.body110, label %for.end161

for.body110:                                      ; preds = %for.cond107
  %idxprom111 = sext i32 %i106.0 to i64
  %arrayidx112 = getelementptr inbounds [4 x [4 x float]], ptr %rows, i64 0, i64 %idxprom111
  %14 = load float, ptr %arrayidx112, align 4, !tbaa !7
  %arrayidx116 = getelementptr inbounds [4 x float], ptr %arrayidx112, i64 0, i64 2
  %15 = load float, ptr %arrayidx116, align 4, !tbaa !7
  %sub117 = fsub contract float %14, %15
  %mul118 = mul nsw i32 %i106.0, 4
  %conv120 = sext i32 %mul118 to i64
  %mul121 = mul nsw i64 %conv120, %mul105
  %arrayidx122 = getelementptr inbounds float, ptr %add.ptr102, i64 %mul121
  store float %sub117, ptr %arrayidx122, align 4, !tbaa !7
  %arrayidx125 = getelementptr inbounds [4 x float], ptr %arrayidx112, i64 0, i64 1
  %16 = load float, ptr %arrayidx125, align 4, !tbaa !7
  %17 = load float, ptr %arrayidx116, align 4, !tbaa !7
  %add129 = fadd contract float %16, %17
  %add131 = add nsw i32 %mul118, 1
  %conv132 = sext i32 %add131 to i64
  %mul133 = mul nsw i64 %conv132, %mul105
  %arrayidx134 = getelementptr inbounds float, ptr %add.ptr102, i64 %mul133
  store float %add129, ptr %arrayidx134, align 4, !tbaa !7
  %18 = load float, ptr %arrayidx116, align 4, !tbaa !7
  %19 = load float, ptr %arrayidx125, align 4, !tbaa !7
  %sub141 = fsub contract float %18, %19
  %add143 = add nsw i32 %mul118, 2
  %conv144 = sext i32 %add143 to i64
  %mul145 = mul nsw i64 %conv144, %mul105
  %arrayidx146 = getelementptr inbounds float, ptr %add.ptr102, i64 %mul145
  store float %sub141, ptr %arrayidx146, align 4, !tbaa !7
  %20 = load float, ptr %arrayidx125, align 4, !tbaa !7
  %arrayidx152 = getelementptr inbounds [4 x float], ptr %arrayidx112, i64 0, i64 3
  %21 = load float, ptr %arrayidx152, align 4, !tbaa !7
  %sub153 = fsub contract float %20, %21
  %add155 = add nsw i32 %mul118, 3
  %conv156 = sext i32 %add155 to i64
  %mul157 = mul nsw i64 %conv156, %mul105
  %arrayidx158 = getelementptr inbounds float, ptr %add.ptr102, i64 %mul157
  store float %sub153, ptr %arrayidx158, align 4, !tbaa !7
  %inc160 = add nsw i32 %i106.0, 1
  br label %for.cond107, !llvm.loop !14

for.end161:                                       ; preds = %for.cond107
  call void @llvm.lifetime.end.p0(ptr %rows) #5
  call void @llvm.lifetime.end.p0(ptr %d) #5
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %for.end161, %entry
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(ptr captures(none)) #1

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @winograd_f2_multiply(ptr noalias noundef %filters, ptr noalias noundef %patches, ptr noalias noundef %products, i32 noundef %outputs, i32 noundef %channels, i32 noundef %tiles) #0 {
entry:
  %a.i181 = alloca [4 x [1 x float]], align 4
  %b.i182 = alloca [1 x [2 x float]], align 4
  %a.i132 = alloca [4 x [4 x float]], align 4
  %b.i133 = alloca [4 x [2 x float]], align 4
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
  br label %for.cond.i, !llvm.loop !15

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
  br label %for.cond15.i, !llvm.loop !16

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
  %7 = load <4 x float>, ptr %add.ptr.i, align 16, !tbaa !17
  br label %for.cond1.i119

for.cond1.i119:                                   ; preds = %for.body4.i122, %for.body.i116
  %k.i.0 = phi i32 [ 0, %for.body.i116 ], [ %inc.i123, %for.body4.i122 ]
  %cmp2.i120 = icmp slt i32 %k.i.0, 4
  br i1 %cmp2.i120, label %for.body4.i122, label %for.cond.cleanup3.i121

for.cond.cleanup3.i121:                           ; preds = %for.cond1.i119
  %inc10.i = add nsw i32 %m.i98.0, 1
  br label %for.cond.i101, !llvm.loop !18

for.body4.i122:                                   ; preds = %for.cond1.i119
  %vecext.i = extractelement <4 x float> %7, i32 %k.i.0
  %arrayidx6.i = getelementptr inbounds [4 x [4 x float]], ptr %a.i, i64 0, i64 %idxprom.i117
  %idxprom7.i = sext i32 %k.i.0 to i64
  %arrayidx8.i = getelementptr inbounds [4 x float], ptr %arrayidx6.i, i64 0, i64 %idxprom7.i
  store float %vecext.i, ptr %arrayidx8.i, align 4, !tbaa !7
  %inc.i123 = add nsw i32 %k.i.0, 1
  br label %for.cond1.i119, !llvm.loop !19

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
  br label %for.cond13.i, !llvm.loop !20

for.body20.i:                                     ; preds = %for.cond17.i
  %idxprom21.i = sext i32 %n.i100.0 to i64
  %arrayidx22.i = getelementptr inbounds [2 x i32], ptr %patch.i, i64 0, i64 %idxprom21.i
  %8 = load i32, ptr %arrayidx22.i, align 4, !tbaa !3
  %mul.i114 = mul i32 %k12.i.0, %tiles
  %add.i115 = add i32 %8, %mul.i114
  %idxprom23.i = zext i32 %add.i115 to i64
  %arrayidx24.i = getelementptr inbounds nuw float, ptr %patches, i64 %idxprom23.i
  %9 = load float, ptr %arrayidx24.i, align 4, !tbaa !7
  %idxprom25.i = sext i32 %k12.i.0 to i64
  %arrayidx26.i = getelementptr inbounds [4 x [2 x float]], ptr %b.i, i64 0, i64 %idxprom25.i
  %arrayidx28.i = getelementptr inbounds [2 x float], ptr %arrayidx26.i, i64 0, i64 %idxprom21.i
  store float %9, ptr %arrayidx28.i, align 4, !tbaa !7
  %inc30.i = add nsw i32 %n.i100.0, 1
  br label %for.cond17.i, !llvm.loop !21

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
  br label %for.cond36.i104, !llvm.loop !22

for.cond46.i:                                     ; preds = %for.cond41.i108, %for.body49.i
  %n45.i.0 = phi i32 [ %inc67.i, %for.body49.i ], [ 0, %for.cond41.i108 ]
  %cmp47.i = icmp slt i32 %n45.i.0, 2
  br i1 %cmp47.i, label %for.body49.i, label %for.cond.cleanup48.i

for.cond.cleanup48.i:                             ; preds = %for.cond46.i
  %inc70.i = add nsw i32 %m40.i.0, 1
  br label %for.cond41.i108, !llvm.loop !23

for.body49.i:                                     ; preds = %for.cond46.i
  %idxprom50.i = sext i32 %m40.i.0 to i64
  %arrayidx51.i = getelementptr inbounds [4 x [4 x float]], ptr %a.i, i64 0, i64 %idxprom50.i
  %idxprom52.i = sext i32 %k35.i.0 to i64
  %arrayidx53.i = getelementptr inbounds [4 x float], ptr %arrayidx51.i, i64 0, i64 %idxprom52.i
  %10 = load float, ptr %arrayidx53.i, align 4, !tbaa !7
  %arrayidx55.i = getelementptr inbounds [4 x [2 x float]], ptr %b.i, i64 0, i64 %idxprom52.i
  %idxprom56.i = sext i32 %n45.i.0 to i64
  %arrayidx57.i = getelementptr inbounds [2 x float], ptr %arrayidx55.i, i64 0, i64 %idxprom56.i
  %11 = load float, ptr %arrayidx57.i, align 4, !tbaa !7
  %arrayidx59.i = getelementptr inbounds [4 x [2 x float]], ptr %sum.i, i64 0, i64 %idxprom50.i
  %arrayidx61.i = getelementptr inbounds [2 x float], ptr %arrayidx59.i, i64 0, i64 %idxprom56.i
  %12 = load float, ptr %arrayidx61.i, align 4, !tbaa !7
  %13 = call contract noundef float @llvm.fma.f32(float %10, float %11, float %12)
  store float %13, ptr %arrayidx61.i, align 4, !tbaa !7
  %inc67.i = add nsw i32 %n45.i.0, 1
  br label %for.cond46.i, !llvm.loop !24

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
  br label %for.cond1.i, !llvm.loop !25

for.cond5.i:                                      ; preds = %for.cond1.i, %for.body8.i
  %n.i15.0 = phi i32 [ %inc13.i, %for.body8.i ], [ 0, %for.cond1.i ]
  %cmp6.i = icmp slt i32 %n.i15.0, 2
  br i1 %cmp6.i, label %for.body8.i, label %for.cond.cleanup7.i

for.cond.cleanup7.i:                              ; preds = %for.cond5.i
  %add16.i = add i32 %channel.i.0, 4
  br label %for.cond.i16, !llvm.loop !26

for.body8.i:                                      ; preds = %for.cond5.i
  %mul.i20 = mul i32 4, %tiles
  %idxprom9.i = sext i32 %n.i15.0 to i64
  %arrayidx10.i = getelementptr inbounds [2 x i32], ptr %patch.i, i64 0, i64 %idxprom9.i
  %15 = load i32, ptr %arrayidx10.i, align 4, !tbaa !3
  %add11.i21 = add i32 %15, %mul.i20
  store i32 %add11.i21, ptr %arrayidx10.i, align 4, !tbaa !3
  %inc13.i = add nsw i32 %n.i15.0, 1
  br label %for.cond5.i, !llvm.loop !28

if.else.i:                                        ; preds = %for.cond.cleanup17.i
  %sub33.i = sub i32 %channels, %rem.i
  br label %for.cond.i37

for.cond.i37:                                     ; preds = %for.cond.cleanup7.i46, %if.else.i
  %channel.i33.0 = phi i32 [ 0, %if.else.i ], [ %add16.i47, %for.cond.cleanup7.i46 ]
  %cmp.i38 = icmp ult i32 %channel.i33.0, %sub33.i
  br i1 %cmp.i38, label %for.body.i40, label %for.cond.i70

for.body.i40:                                     ; preds = %for.cond.i37
  call void @llvm.lifetime.start.p0(ptr %a.i132) #5
  call void @llvm.lifetime.start.p0(ptr %b.i133) #5
  br label %for.cond.i139

for.cond.i139:                                    ; preds = %for.cond.cleanup3.i160, %for.body.i40
  %m.i134.0 = phi i32 [ 0, %for.body.i40 ], [ %inc12.i, %for.cond.cleanup3.i160 ]
  %cmp.i140 = icmp slt i32 %m.i134.0, 4
  br i1 %cmp.i140, label %for.cond1.i158, label %for.cond15.i142

for.cond1.i158:                                   ; preds = %for.cond.i139, %for.body4.i161
  %k.i137.0 = phi i32 [ %inc.i171, %for.body4.i161 ], [ 0, %for.cond.i139 ]
  %cmp2.i159 = icmp slt i32 %k.i137.0, 4
  br i1 %cmp2.i159, label %for.body4.i161, label %for.cond.cleanup3.i160

for.cond.cleanup3.i160:                           ; preds = %for.cond1.i158
  %inc12.i = add nsw i32 %m.i134.0, 1
  br label %for.cond.i139, !llvm.loop !29

for.body4.i161:                                   ; preds = %for.cond1.i158
  %idxprom.i162 = sext i32 %m.i134.0 to i64
  %arrayidx.i163 = getelementptr inbounds [4 x i32], ptr %filter.i, i64 0, i64 %idxprom.i162
  %16 = load i32, ptr %arrayidx.i163, align 4, !tbaa !3
  %add.i164 = add i32 %16, %k.i137.0
  %idxprom5.i165 = zext i32 %add.i164 to i64
  %arrayidx6.i166 = getelementptr inbounds nuw float, ptr %filters, i64 %idxprom5.i165
  %17 = load float, ptr %arrayidx6.i166, align 4, !tbaa !7
  %arrayidx8.i168 = getelementptr inbounds [4 x [4 x float]], ptr %a.i132, i64 0, i64 %idxprom.i162
  %idxprom9.i169 = sext i32 %k.i137.0 to i64
  %arrayidx10.i170 = getelementptr inbounds [4 x float], ptr %arrayidx8.i168, i64 0, i64 %idxprom9.i169
  store float %17, ptr %arrayidx10.i170, align 4, !tbaa !7
  %inc.i171 = add nsw i32 %k.i137.0, 1
  br label %for.cond1.i158, !llvm.loop !30

for.cond15.i142:                                  ; preds = %for.cond.i139, %for.cond.cleanup21.i
  %k14.i.0 = phi i32 [ %inc36.i, %for.cond.cleanup21.i ], [ 0, %for.cond.i139 ]
  %cmp16.i143 = icmp slt i32 %k14.i.0, 4
  br i1 %cmp16.i143, label %for.cond19.i, label %for.cond39.i

for.cond19.i:                                     ; preds = %for.cond15.i142, %for.body22.i
  %n.i138.0 = phi i32 [ %inc33.i156, %for.body22.i ], [ 0, %for.cond15.i142 ]
  %cmp20.i = icmp slt i32 %n.i138.0, 2
  br i1 %cmp20.i, label %for.body22.i, label %for.cond.cleanup21.i

for.cond.cleanup21.i:                             ; preds = %for.cond19.i
  %inc36.i = add nsw i32 %k14.i.0, 1
  br label %for.cond15.i142, !llvm.loop !31

for.body22.i:                                     ; preds = %for.cond19.i
  %idxprom23.i150 = sext i32 %n.i138.0 to i64
  %arrayidx24.i151 = getelementptr inbounds [2 x i32], ptr %patch.i, i64 0, i64 %idxprom23.i150
  %18 = load i32, ptr %arrayidx24.i151, align 4, !tbaa !3
  %mul.i152 = mul i32 %k14.i.0, %tiles
  %add25.i153 = add i32 %18, %mul.i152
  %idxprom26.i154 = zext i32 %add25.i153 to i64
  %arrayidx27.i155 = getelementptr inbounds nuw float, ptr %patches, i64 %idxprom26.i154
  %19 = load float, ptr %arrayidx27.i155, align 4, !tbaa !7
  %idxprom28.i = sext i32 %k14.i.0 to i64
  %arrayidx29.i = getelementptr inbounds [4 x [2 x float]], ptr %b.i133, i64 0, i64 %idxprom28.i
  %arrayidx31.i = getelementptr inbounds [2 x float], ptr %arrayidx29.i, i64 0, i64 %idxprom23.i150
  store float %19, ptr %arrayidx31.i, align 4, !tbaa !7
  %inc33.i156 = add nsw i32 %n.i138.0, 1
  br label %for.cond19.i, !llvm.loop !32

for.cond39.i:                                     ; preds = %for.cond15.i142, %for.cond.cleanup46.i
  %k38.i.0 = phi i32 [ %inc76.i, %for.cond.cleanup46.i ], [ 0, %for.cond15.i142 ]
  %cmp40.i = icmp slt i32 %k38.i.0, 4
  br i1 %cmp40.i, label %for.cond44.i, label %_ZL10accumulateILi4ELb0EEvRA4_A2_fPKfRA4_KjS4_RA2_S5_j.exit

for.cond44.i:                                     ; preds = %for.cond39.i, %for.cond.cleanup51.i
  %m43.i.0 = phi i32 [ %inc73.i145, %for.cond.cleanup51.i ], [ 0, %for.cond39.i ]
  %cmp45.i = icmp slt i32 %m43.i.0, 4
  br i1 %cmp45.i, label %for.cond49.i, label %for.cond.cleanup46.i

for.cond.cleanup46.i:                             ; preds = %for.cond44.i
  %inc76.i = add nsw i32 %k38.i.0, 1
  br label %for.cond39.i, !llvm.loop !33

for.cond49.i:                                     ; preds = %for.cond44.i, %for.body52.i
  %n48.i.0 = phi i32 [ %inc70.i148, %for.body52.i ], [ 0, %for.cond44.i ]
  %cmp50.i = icmp slt i32 %n48.i.0, 2
  br i1 %cmp50.i, label %for.body52.i, label %for.cond.cleanup51.i

for.cond.cleanup51.i:                             ; preds = %for.cond49.i
  %inc73.i145 = add nsw i32 %m43.i.0, 1
  br label %for.cond44.i, !llvm.loop !34

for.body52.i:                                     ; preds = %for.cond49.i
  %idxprom53.i146 = sext i32 %m43.i.0 to i64
  %arrayidx54.i147 = getelementptr inbounds [4 x [4 x float]], ptr %a.i132, i64 0, i64 %idxprom53.i146
  %idxprom55.i = sext i32 %k38.i.0 to i64
  %arrayidx56.i = getelementptr inbounds [4 x float], ptr %arrayidx54.i147, i64 0, i64 %idxprom55.i
  %20 = load float, ptr %arrayidx56.i, align 4, !tbaa !7
  %arrayidx58.i = getelementptr inbounds [4 x [2 x float]], ptr %b.i133, i64 0, i64 %idxprom55.i
  %idxprom59.i = sext i32 %n48.i.0 to i64
  %arrayidx60.i = getelementptr inbounds [2 x float], ptr %arrayidx58.i, i64 0, i64 %idxprom59.i
  %21 = load float, ptr %arrayidx60.i, align 4, !tbaa !7
  %arrayidx62.i = getelementptr inbounds [4 x [2 x float]], ptr %sum.i, i64 0, i64 %idxprom53.i146
  %arrayidx64.i = getelementptr inbounds [2 x float], ptr %arrayidx62.i, i64 0, i64 %idxprom59.i
  %22 = load float, ptr %arrayidx64.i, align 4, !tbaa !7
  %23 = call contract noundef float @llvm.fma.f32(float %20, float %21, float %22)
  store float %23, ptr %arrayidx64.i, align 4, !tbaa !7
  %inc70.i148 = add nsw i32 %n48.i.0, 1
  br label %for.cond49.i, !llvm.loop !35

_ZL10accumulateILi4ELb0EEvRA4_A2_fPKfRA4_KjS4_RA2_S5_j.exit: ; preds = %for.cond39.i
  call void @llvm.lifetime.end.p0(ptr %b.i133) #5
  call void @llvm.lifetime.end.p0(ptr %a.i132) #5
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
  br label %for.cond1.i41, !llvm.loop !36

for.cond5.i44:                                    ; preds = %for.cond1.i41, %for.body8.i48
  %n.i36.0 = phi i32 [ %inc13.i53, %for.body8.i48 ], [ 0, %for.cond1.i41 ]
  %cmp6.i45 = icmp slt i32 %n.i36.0, 2
  br i1 %cmp6.i45, label %for.body8.i48, label %for.cond.cleanup7.i46

for.cond.cleanup7.i46:                            ; preds = %for.cond5.i44
  %add16.i47 = add i32 %channel.i33.0, 4
  br label %for.cond.i37, !llvm.loop !37

for.body8.i48:                                    ; preds = %for.cond5.i44
  %mul.i49 = mul i32 4, %tiles
  %idxprom9.i50 = sext i32 %n.i36.0 to i64
  %arrayidx10.i51 = getelementptr inbounds [2 x i32], ptr %patch.i, i64 0, i64 %idxprom9.i50
  %25 = load i32, ptr %arrayidx10.i51, align 4, !tbaa !3
  %add11.i52 = add i32 %25, %mul.i49
  store i32 %add11.i52, ptr %arrayidx10.i51, align 4, !tbaa !3
  %inc13.i53 = add nsw i32 %n.i36.0, 1
  br label %for.cond5.i44, !llvm.loop !38

for.cond.i70:                                     ; preds = %for.cond.i37, %for.cond.cleanup7.i79
  %channel.i66.0 = phi i32 [ %add16.i80, %for.cond.cleanup7.i79 ], [ 0, %for.cond.i37 ]
  %cmp.i71 = icmp ult i32 %channel.i66.0, %rem.i
  br i1 %cmp.i71, label %for.body.i73, label %if.end34.i

for.body.i73:                                     ; preds = %for.cond.i70
  call void @llvm.lifetime.start.p0(ptr %a.i181) #5
  call void @llvm.lifetime.start.p0(ptr %b.i182) #5
  br label %for.cond.i192

for.cond.i192:                                    ; preds = %for.cond.cleanup3.i248, %for.body.i73
  %m.i183.0 = phi i32 [ 0, %for.body.i73 ], [ %inc12.i249, %for.cond.cleanup3.i248 ]
  %cmp.i193 = icmp slt i32 %m.i183.0, 4
  br i1 %cmp.i193, label %for.cond1.i246, label %for.cond15.i195

for.cond1.i246:                                   ; preds = %for.cond.i192, %for.body4.i250
  %k.i186.0 = phi i32 [ %inc.i260, %for.body4.i250 ], [ 0, %for.cond.i192 ]
  %cmp2.i247 = icmp slt i32 %k.i186.0, 1
  br i1 %cmp2.i247, label %for.body4.i250, label %for.cond.cleanup3.i248

for.cond.cleanup3.i248:                           ; preds = %for.cond1.i246
  %inc12.i249 = add nsw i32 %m.i183.0, 1
  br label %for.cond.i192, !llvm.loop !39

for.body4.i250:                                   ; preds = %for.cond1.i246
  %idxprom.i251 = sext i32 %m.i183.0 to i64
  %arrayidx.i252 = getelementptr inbounds [4 x i32], ptr %filter.i, i64 0, i64 %idxprom.i251
  %26 = load i32, ptr %arrayidx.i252, align 4, !tbaa !3
  %add.i253 = add i32 %26, %k.i186.0
  %idxprom5.i254 = zext i32 %add.i253 to i64
  %arrayidx6.i255 = getelementptr inbounds nuw float, ptr %filters, i64 %idxprom5.i254
  %27 = load float, ptr %arrayidx6.i255, align 4, !tbaa !7
  %arrayidx8.i257 = getelementptr inbounds [4 x [1 x float]], ptr %a.i181, i64 0, i64 %idxprom.i251
  %idxprom9.i258 = sext i32 %k.i186.0 to i64
  %arrayidx10.i259 = getelementptr inbounds [1 x float], ptr %arrayidx8.i257, i64 0, i64 %idxprom9.i258
  store float %27, ptr %arrayidx10.i259, align 4, !tbaa !7
  %inc.i260 = add nsw i32 %k.i186.0, 1
  br label %for.cond1.i246, !llvm.loop !40

for.cond15.i195:                                  ; preds = %for.cond.i192, %for.cond.cleanup21.i231
  %k14.i187.0 = phi i32 [ %inc36.i232, %for.cond.cleanup21.i231 ], [ 0, %for.cond.i192 ]
  %cmp16.i196 = icmp slt i32 %k14.i187.0, 1
  br i1 %cmp16.i196, label %for.cond19.i229, label %for.cond39.i198

for.cond19.i229:                                  ; preds = %for.cond15.i195, %for.body22.i233
  %n.i188.0 = phi i32 [ %inc33.i244, %for.body22.i233 ], [ 0, %for.cond15.i195 ]
  %cmp20.i230 = icmp slt i32 %n.i188.0, 2
  br i1 %cmp20.i230, label %for.body22.i233, label %for.cond.cleanup21.i231

for.cond.cleanup21.i231:                          ; preds = %for.cond19.i229
  %inc36.i232 = add nsw i32 %k14.i187.0, 1
  br label %for.cond15.i195, !llvm.loop !41

for.body22.i233:                                  ; preds = %for.cond19.i229
  %idxprom23.i234 = sext i32 %n.i188.0 to i64
  %arrayidx24.i235 = getelementptr inbounds [2 x i32], ptr %patch.i, i64 0, i64 %idxprom23.i234
  %28 = load i32, ptr %arrayidx24.i235, align 4, !tbaa !3
  %mul.i236 = mul i32 %k14.i187.0, %tiles
  %add25.i237 = add i32 %28, %mul.i236
  %idxprom26.i238 = zext i32 %add25.i237 to i64
  %arrayidx27.i239 = getelementptr inbounds nuw float, ptr %patches, i64 %idxprom26.i238
  %29 = load float, ptr %arrayidx27.i239, align 4, !tbaa !7
  %idxprom28.i240 = sext i32 %k14.i187.0 to i64
  %arrayidx29.i241 = getelementptr inbounds [1 x [2 x float]], ptr %b.i182, i64 0, i64 %idxprom28.i240
  %arrayidx31.i243 = getelementptr inbounds [2 x float], ptr %arrayidx29.i241, i64 0, i64 %idxprom23.i234
  store float %29, ptr %arrayidx31.i243, align 4, !tbaa !7
  %inc33.i244 = add nsw i32 %n.i188.0, 1
  br label %for.cond19.i229, !llvm.loop !42

for.cond39.i198:                                  ; preds = %for.cond15.i195, %for.cond.cleanup46.i203
  %k38.i189.0 = phi i32 [ %inc76.i204, %for.cond.cleanup46.i203 ], [ 0, %for.cond15.i195 ]
  %cmp40.i199 = icmp slt i32 %k38.i189.0, 1
  br i1 %cmp40.i199, label %for.cond44.i201, label %_ZL10accumulateILi1ELb0EEvRA4_A2_fPKfRA4_KjS4_RA2_S5_j.exit

for.cond44.i201:                                  ; preds = %for.cond39.i198, %for.cond.cleanup51.i208
  %m43.i190.0 = phi i32 [ %inc73.i209, %for.cond.cleanup51.i208 ], [ 0, %for.cond39.i198 ]
  %cmp45.i202 = icmp slt i32 %m43.i190.0, 4
  br i1 %cmp45.i202, label %for.cond49.i206, label %for.cond.cleanup46.i203

for.cond.cleanup46.i203:                          ; preds = %for.cond44.i201
  %inc76.i204 = add nsw i32 %k38.i189.0, 1
  br label %for.cond39.i198, !llvm.loop !43

for.cond49.i206:                                  ; preds = %for.cond44.i201, %for.body52.i210
  %n48.i191.0 = phi i32 [ %inc70.i227, %for.body52.i210 ], [ 0, %for.cond44.i201 ]
  %cmp50.i207 = icmp slt i32 %n48.i191.0, 2
  br i1 %cmp50.i207, label %for.body52.i210, label %for.cond.cleanup51.i208

for.cond.cleanup51.i208:                          ; preds = %for.cond49.i206
  %inc73.i209 = add nsw i32 %m43.i190.0, 1
  br label %for.cond44.i201, !llvm.loop !44

for.body52.i210:                                  ; preds = %for.cond49.i206
  %idxprom53.i211 = sext i32 %m43.i190.0 to i64
  %arrayidx54.i212 = getelementptr inbounds [4 x [1 x float]], ptr %a.i181, i64 0, i64 %idxprom53.i211
  %idxprom55.i213 = sext i32 %k38.i189.0 to i64
  %arrayidx56.i214 = getelementptr inbounds [1 x float], ptr %arrayidx54.i212, i64 0, i64 %idxprom55.i213
  %30 = load float, ptr %arrayidx56.i214, align 4, !tbaa !7
  %arrayidx58.i216 = getelementptr inbounds [1 x [2 x float]], ptr %b.i182, i64 0, i64 %idxprom55.i213
  %idxprom59.i217 = sext i32 %n48.i191.0 to i64
  %arrayidx60.i218 = getelementptr inbounds [2 x float], ptr %arrayidx58.i216, i64 0, i64 %idxprom59.i217
  %31 = load float, ptr %arrayidx60.i218, align 4, !tbaa !7
  %arrayidx62.i220 = getelementptr inbounds [4 x [2 x float]], ptr %sum.i, i64 0, i64 %idxprom53.i211
  %arrayidx64.i222 = getelementptr inbounds [2 x float], ptr %arrayidx62.i220, i64 0, i64 %idxprom59.i217
  %32 = load float, ptr %arrayidx64.i222, align 4, !tbaa !7
  %33 = call contract noundef float @llvm.fma.f32(float %30, float %31, float %32)
  store float %33, ptr %arrayidx64.i222, align 4, !tbaa !7
  %inc70.i227 = add nsw i32 %n48.i191.0, 1
  br label %for.cond49.i206, !llvm.loop !45

_ZL10accumulateILi1ELb0EEvRA4_A2_fPKfRA4_KjS4_RA2_S5_j.exit: ; preds = %for.cond39.i198
  call void @llvm.lifetime.end.p0(ptr %b.i182) #5
  call void @llvm.lifetime.end.p0(ptr %a.i181) #5
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
  br label %for.cond1.i74, !llvm.loop !46

for.cond5.i77:                                    ; preds = %for.cond1.i74, %for.body8.i81
  %n.i69.0 = phi i32 [ %inc13.i86, %for.body8.i81 ], [ 0, %for.cond1.i74 ]
  %cmp6.i78 = icmp slt i32 %n.i69.0, 2
  br i1 %cmp6.i78, label %for.body8.i81, label %for.cond.cleanup7.i79

for.cond.cleanup7.i79:                            ; preds = %for.cond5.i77
  %add16.i80 = add i32 %channel.i66.0, 1
  br label %for.cond.i70, !llvm.loop !47

for.body8.i81:                                    ; preds = %for.cond5.i77
  %idxprom9.i83 = sext i32 %n.i69.0 to i64
  %arrayidx10.i84 = getelementptr inbounds [2 x i32], ptr %patch.i, i64 0, i64 %idxprom9.i83
  %35 = load i32, ptr %arrayidx10.i84, align 4, !tbaa !3
  %add11.i85 = add i32 %35, %tiles
  store i32 %add11.i85, ptr %arrayidx10.i84, align 4, !tbaa !3
  %inc13.i86 = add nsw i32 %n.i69.0, 1
  br label %for.cond5.i77, !llvm.loop !48

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
  br label %for.cond36.i, !llvm.loop !49

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
  %36 = load float, ptr %arrayidx54.i, align 4, !tbaa !7
  %mul55.i = mul nsw i32 %5, %outputs
  %add56.i = add nsw i32 %mul55.i, %mul7.i
  %add57.i = add nsw i32 %add56.i, %m35.i.0
  %mul58.i = mul i32 %add57.i, %tiles
  %add59.i = add i32 %mul58.i, %add.i
  %add61.i = add i32 %add59.i, %mul47.i
  %idxprom62.i = zext i32 %add61.i to i64
  %arrayidx63.i = getelementptr inbounds nuw float, ptr %products, i64 %idxprom62.i
  store float %36, ptr %arrayidx63.i, align 4, !tbaa !7
  br label %if.end64.i

if.end64.i:                                       ; preds = %if.then50.i, %land.lhs.true.i, %for.body44.i
  %inc66.i = add nsw i32 %n40.i.0, 1
  br label %for.cond41.i, !llvm.loop !50

_ZL17multiply_positionPKfS0_Pfiii.exit:           ; preds = %entry, %for.cond.cleanup38.i
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @winograd_f2_output(ptr noalias noundef %products, ptr noalias noundef %out, i32 noundef %images, i32 noundef %outputs, i32 noundef %height, i32 noundef %width) #0 {
entry:
  %m = alloca [4 x [4 x float]], align 4
  %rows = alloca [2 x [4 x float]], align 4
  %add = add i32 %height, 1
  %div = udiv i32 %add, 2
  %add1 = add i32 %width, 1
  %div2 = udiv i32 %add1, 2
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
  %mul12 = mul i32 %sub, 2
  %mul13 = mul i32 %div9, %div2
  %sub14 = sub i32 %add7, %mul13
  %mul15 = mul i32 %sub14, 2
  %conv = zext i32 %3 to i64
  %conv16 = zext i32 %mul3 to i64
  %mul17 = mul nsw i64 %conv, %conv16
  %add.ptr = getelementptr inbounds float, ptr %products, i64 %mul17
  %idx.ext = zext i32 %add7 to i64
  %add.ptr18 = getelementptr inbounds nuw float, ptr %add.ptr, i64 %idx.ext
  %conv19 = sext i32 %outputs to i64
  %mul21 = mul nsw i64 %conv19, %conv16
  call void @llvm.lifetime.start.p0(ptr %m) #5
  br label %for.cond

for.cond:                                         ; preds = %for.inc34, %if.end
  %i.0 = phi i32 [ 0, %if.end ], [ %inc35, %for.inc34 ]
  %cmp22 = icmp slt i32 %i.0, 4
  br i1 %cmp22, label %for.cond23, label %for.end36

for.cond23:                                       ; preds = %for.cond, %for.body26
  %j.0 = phi i32 [ %inc, %for.body26 ], [ 0, %for.cond ]
  %cmp24 = icmp slt i32 %j.0, 4
  br i1 %cmp24, label %for.body26, label %for.inc34

for.body26:                                       ; preds = %for.cond23
  %mul27 = mul nsw i32 %i.0, 4
  %add28 = add nsw i32 %mul27, %j.0
  %conv29 = sext i32 %add28 to i64
  %mul30 = mul nsw i64 %conv29, %mul21
  %arrayidx = getelementptr inbounds float, ptr %add.ptr18, i64 %mul30
  %4 = load float, ptr %arrayidx, align 4, !tbaa !7
  %idxprom = sext i32 %i.0 to i64
  %arrayidx31 = getelementptr inbounds [4 x [4 x float]], ptr %m, i64 0, i64 %idxprom
  %idxprom32 = sext i32 %j.0 to i64
  %arrayidx33 = getelementptr inbounds [4 x float], ptr %arrayidx31, i64 0, i64 %idxprom32
  store float %4, ptr %arrayidx33, align 4, !tbaa !7
  %inc = add nsw i32 %j.0, 1
  br label %for.cond23, !llvm.loop !51

for.inc34:                                        ; preds = %for.cond23
  %inc35 = add nsw i32 %i.0, 1
  br label %for.cond, !llvm.loop !52

for.end36:                                        ; preds = %for.cond
  call void @llvm.lifetime.start.p0(ptr %rows) #5
  br label %for.cond38

for.cond38:                                       ; preds = %for.body41, %for.end36
  %j37.0 = phi i32 [ 0, %for.end36 ], [ %inc71, %for.body41 ]
  %cmp39 = icmp slt i32 %j37.0, 4
  br i1 %cmp39, label %for.body41, label %for.end72

for.body41:                                       ; preds = %for.cond38
  %idxprom43 = sext i32 %j37.0 to i64
  %arrayidx44 = getelementptr inbounds [4 x float], ptr %m, i64 0, i64 %idxprom43
  %5 = load float, ptr %arrayidx44, align 4, !tbaa !7
  %arrayidx45 = getelementptr inbounds [4 x [4 x float]], ptr %m, i64 0, i64 1
  %arrayidx47 = getelementptr inbounds [4 x float], ptr %arrayidx45, i64 0, i64 %idxprom43
  %6 = load float, ptr %arrayidx47, align 4, !tbaa !7
  %add48 = fadd contract float %5, %6
  %arrayidx49 = getelementptr inbounds [4 x [4 x float]], ptr %m, i64 0, i64 2
  %arrayidx51 = getelementptr inbounds [4 x float], ptr %arrayidx49, i64 0, i64 %idxprom43
  %7 = load float, ptr %arrayidx51, align 4, !tbaa !7
  %add52 = fadd contract float %add48, %7
  %arrayidx55 = getelementptr inbounds [4 x float], ptr %rows, i64 0, i64 %idxprom43
  store float %add52, ptr %arrayidx55, align 4, !tbaa !7
  %8 = load float, ptr %arrayidx47, align 4, !tbaa !7
  %9 = load float, ptr %arrayidx51, align 4, !tbaa !7
  %sub62 = fsub contract float %8, %9
  %arrayidx63 = getelementptr inbounds [4 x [4 x float]], ptr %m, i64 0, i64 3
  %arrayidx65 = getelementptr inbounds [4 x float], ptr %arrayidx63, i64 0, i64 %idxprom43
  %10 = load float, ptr %arrayidx65, align 4, !tbaa !7
  %sub66 = fsub contract float %sub62, %10
  %arrayidx67 = getelementptr inbounds [2 x [4 x float]], ptr %rows, i64 0, i64 1
  %arrayidx69 = getelementptr inbounds [4 x float], ptr %arrayidx67, i64 0, i64 %idxprom43
  store float %sub66, ptr %arrayidx69, align 4, !tbaa !7
  %inc71 = add nsw i32 %j37.0, 1
  br label %for.cond38, !llvm.loop !53

for.end72:                                        ; preds = %for.cond38
  %mul73 = mul i32 %div10, %outputs
  %add74 = add i32 %mul73, %3
  %conv75 = zext i32 %add74 to i64
  %conv76 = sext i32 %height to i64
  %mul77 = mul nsw i64 %conv75, %conv76
  %conv78 = zext i32 %mul12 to i64
  %add79 = add nsw i64 %mul77, %conv78
  %conv80 = sext i32 %width to i64
  %mul81 = mul nsw i64 %add79, %conv80
  %add.ptr82 = getelementptr inbounds float, ptr %out, i64 %mul81
  %idx.ext83 = zext i32 %mul15 to i64
  %add.ptr84 = getelementptr inbounds nuw float, ptr %add.ptr82, i64 %idx.ext83
  br label %for.cond86

for.cond86:                                       ; preds = %for.inc136, %for.end72
  %i85.0 = phi i32 [ 0, %for.end72 ], [ %inc137, %for.inc136 ]
  %y.0 = phi <2 x float> [ undef, %for.end72 ], [ %y.1, %for.inc136 ]
  %cmp87 = icmp slt i32 %i85.0, 2
  br i1 %cmp87, label %for.body89, label %for.end138

for.body89:                                       ; preds = %for.cond86
  %add90 = add i32 %mul12, %i85.0
  %cmp91 = icmp ult i32 %add90, %height
  br i1 %cmp91, label %if.then92, label %for.inc136

if.then92:                                        ; preds = %for.body89
  %idxprom93 = sext i32 %i85.0 to i64
  %arrayidx94 = getelementptr inbounds [2 x [4 x float]], ptr %rows, i64 0, i64 %idxprom93
  %11 = load float, ptr %arrayidx94, align 4, !tbaa !7
  %arrayidx98 = getelementptr inbounds [4 x float], ptr %arrayidx94, i64 0, i64 1
  %12 = load float, ptr %arrayidx98, align 4, !tbaa !7
  %add99 = fadd contract float %11, %12
  %arrayidx102 = getelementptr inbounds [4 x float], ptr %arrayidx94, i64 0, i64 2
  %13 = load float, ptr %arrayidx102, align 4, !tbaa !7
  %add103 = fadd contract float %add99, %13
  %14 = insertelement <2 x float> %y.0, float %add103, i64 0
  %sub110 = fsub contract float %12, %13
  %arrayidx113 = getelementptr inbounds [4 x float], ptr %arrayidx94, i64 0, i64 3
  %15 = load float, ptr %arrayidx113, align 4, !tbaa !7
  %sub114 = fsub contract float %sub110, %15
  %16 = insertelement <2 x float> %14, float %sub114, i64 1
  %rem = srem i32 %width, 2
  %cmp115 = icmp eq i32 %rem, 0
  br i1 %cmp115, label %if.then116, label %if.else

if.then116:                                       ; preds = %if.then92
  %mul119 = mul nsw i64 %idxprom93, %conv80
  %add.ptr120 = getelementptr inbounds float, ptr %add.ptr84, i64 %mul119
  store <2 x float> %16, ptr %add.ptr120, align 8, !tbaa !17
  br label %for.inc136

if.else:                                          ; preds = %if.then92
  %mul123 = mul nsw i64 %idxprom93, %conv80
  %arrayidx124 = getelementptr inbounds float, ptr %add.ptr84, i64 %mul123
  store float %add103, ptr %arrayidx124, align 4, !tbaa !7
  %add125 = add i32 %mul15, 1
  %cmp126 = icmp ult i32 %add125, %width
  br i1 %cmp126, label %if.then127, label %for.inc136

if.then127:                                       ; preds = %if.else
  %add131 = add nsw i64 %mul123, 1
  %arrayidx132 = getelementptr inbounds float, ptr %add.ptr84, i64 %add131
  store float %sub114, ptr %arrayidx132, align 4, !tbaa !7
  br label %for.inc136

for.inc136:                                       ; preds = %for.body89, %if.else, %if.then127, %if.then116
  %y.1 = phi <2 x float> [ %y.0, %for.body89 ], [ %16, %if.else ], [ %16, %if.then127 ], [ %16, %if.then116 ]
  %inc137 = add nsw i32 %i85.0, 1
  br label %for.cond86, !llvm.loop !54

for.end138:                                       ; preds = %for.cond86
  call void @llvm.lifetime.end.p0(ptr %rows) #5
  call void @llvm.lifetime.end.p0(ptr %m) #5
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %for.end138, %entry
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

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: write)
declare void @llvm.memset.p0.i64(ptr writeonly captures(none), i8, i64, i1 immarg) #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.y() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.y() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.z() #2

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.fma.f32(float, float, float) #4

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #3 = { nocallback nofree nounwind willreturn memory(argmem: write) }
attributes #4 = { nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }
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
!8 = !{!"float", !5, i64 0}
!9 = distinct !{!9, !10, !11}
!10 = !{!"llvm.loop.mustprogress"}
!11 = !{!"llvm.loop.unroll.enable"}
!12 = distinct !{!12, !10, !11}
!13 = distinct !{!13, !10, !11}
!14 = distinct !{!14, !10, !11}
!15 = distinct !{!15, !10, !11}
!16 = distinct !{!16, !10, !11}
!17 = !{!5, !5, i64 0}
!18 = distinct !{!18, !10, !11}
!19 = distinct !{!19, !10, !11}
!20 = distinct !{!20, !10, !11}
!21 = distinct !{!21, !10, !11}
!22 = distinct !{!22, !10, !11}
!23 = distinct !{!23, !10, !11}
!24 = distinct !{!24, !10, !11}
!25 = distinct !{!25, !10, !11}
!26 = distinct !{!26, !10, !27}
!27 = !{!"llvm.loop.unroll.disable"}
!28 = distinct !{!28, !10, !11}
!29 = distinct !{!29, !10, !11}
!30 = distinct !{!30, !10, !11}
!31 = distinct !{!31, !10, !11}
!32 = distinct !{!32, !10, !11}
!33 = distinct !{!33, !10, !11}
!34 = distinct !{!34, !10, !11}
!35 = distinct !{!35, !10, !11}
!36 = distinct !{!36, !10, !11}
!37 = distinct !{!37, !10, !27}
!38 = distinct !{!38, !10, !11}
!39 = distinct !{!39, !10, !11}
!40 = distinct !{!40, !10, !11}
!41 = distinct !{!41, !10, !11}
!42 = distinct !{!42, !10, !11}
!43 = distinct !{!43, !10, !11}
!44 = distinct !{!44, !10, !11}
!45 = distinct !{!45, !10, !11}
!46 = distinct !{!46, !10, !11}
!47 = distinct !{!47, !10, !27}
!48 = distinct !{!48, !10, !11}
!49 = distinct !{!49, !10, !11}
!50 = distinct !{!50, !10, !11}
!51 = distinct !{!51, !10, !11}
!52 = distinct !{!52, !10, !11}
!53 = distinct !{!53, !10, !11}
!54 = distinct !{!54, !10, !11}
